"""Row-level security as migrations write it: who may do what with which rows, command by command.

Every policy is for mend_app, the role that serves (or for a login that is its member): a role of
any other name sees no row at all. The owner of the tables stands above them (never FORCE: it would
blind its own data migrations and the functions below, silently).
"""

from collections.abc import Sequence

from django.db.migrations import RunSQL

from mend.roles import APP

# A sub-select is evaluated once a query. Without an identity both are NULL, which equals nothing.
ME = "(SELECT nullif(current_setting('mend.user', true), '')::uuid)"
COUPLE = "(SELECT nullif(current_setting('mend.couple', true), '')::uuid)"

EVERY_ROW = "true"
COMMANDS = ("select", "insert", "update", "delete")


def wall(
    table: str, *, floor: Sequence[str] = COMMANDS, may_change: str = "", **rules: str
) -> RunSQL:
    """What the app role may do with `table`; what no rule speaks of, it may not do at all.

    `rules`: for each command the rows that one may do it with. `floor`: the commands for which no
    rule goes below this: rows of the couple that acts; a rule that looks through an item stands on
    the item’s own floor. `may_change` narrows updates to these columns.
    """
    commands = [command for command in COMMANDS if command in rules]
    columns = f" ({may_change})" if may_change else ""
    forward = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP}",
        *([f"GRANT UPDATE{columns} ON {table} TO {APP}"] if "update" in rules else []),
        *([f"GRANT DELETE ON {table} TO {APP}"] if "delete" in rules else []),
    ]
    backward = [
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP}",
    ]
    for command in commands:
        kinds = {"may": ("PERMISSIVE", rules[command])}
        if command in floor:
            kinds["only"] = ("RESTRICTIVE", f"couple_id = {COUPLE}")
        for name, (kind, rule) in kinds.items():
            check = "WITH CHECK" if command == "insert" else "USING"
            forward.append(
                f"CREATE POLICY {name}_{command} ON {table} AS {kind} FOR {command.upper()}"
                f" TO {APP} {check} ({rule})"
            )
            backward.append(f"DROP POLICY {name}_{command} ON {table}")
    return RunSQL(";\n".join(forward), ";\n".join(backward))


def exists(table: str, condition: str) -> str:
    """A rule: there is such a row of `table` among those that one may read oneself.

    OFFSET keeps it a look by key for each row; else the planner may gather all rows first.
    """
    return f"EXISTS (SELECT FROM {table} WHERE {condition} OFFSET 0)"


def beyond(signature: str, *, returns: str, body: str, language: str = "sql") -> RunSQL:
    """A function that does one thing as the owner, past the policies, for the app role alone."""
    name = signature.partition("(")[0]
    return RunSQL(
        f"CREATE FUNCTION {signature} RETURNS {returns} LANGUAGE {language} SECURITY DEFINER"
        f" SET search_path = pg_catalog, public, pg_temp AS $${body}$$;"
        f" REVOKE EXECUTE ON FUNCTION {name} FROM PUBLIC;"
        f" GRANT EXECUTE ON FUNCTION {name} TO {APP}",
        f"DROP FUNCTION {name}",
    )


def same_couple(child: str, column: str, parent: str) -> RunSQL:
    """What `column` points at belongs to the same couple, and goes with it to another one.

    A foreign key alone is checked past the policies; with the couple in it nobody points across.
    """
    name = f"{child}_{column}_same_couple"
    return RunSQL(
        f"ALTER TABLE {child} ADD CONSTRAINT {name} FOREIGN KEY (couple_id, {column})"
        f" REFERENCES {parent} (couple_id, id) ON UPDATE CASCADE NOT DEFERRABLE",
        f"ALTER TABLE {child} DROP CONSTRAINT {name}",
    )


def target(parent: str) -> RunSQL:
    """`parent` can be pointed at by `same_couple`."""
    name = f"{parent}_in_couple"
    return RunSQL(
        f"ALTER TABLE {parent} ADD CONSTRAINT {name} UNIQUE (couple_id, id)",
        f"ALTER TABLE {parent} DROP CONSTRAINT {name}",
    )
