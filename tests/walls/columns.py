"""Which columns hold text, which of them may stand in the clear, and what stands in them."""

from typing import Any

from django.apps import apps
from django.db import connection

from mend.sealed import WordsField
from steps.leaving.models import Archive
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy
from steps.space.models import SpaceCopy

TEXT = """
SELECT table_name || '.' || column_name FROM information_schema.columns
WHERE table_schema = 'public'
  AND (data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY')
       OR data_type = 'USER-DEFINED')
"""

# Facts of the domain: one of a few words that we chose, never typed.
FACTS = """
steps_answer.choice steps_draft.kind steps_event.facts steps_event.kind steps_feltresult.result
steps_change.rhythm steps_change.weekdays steps_consent.choice
steps_item.kind steps_letter.says steps_letter.places steps_letterreply.choice steps_offer.repair
steps_promise.rhythm steps_promise.weekdays
steps_promise.zone steps_report.outcome
steps_tracking.choice steps_verdict.outcome accounts_invitation.role
steps_accountreply.choice steps_correction.said
steps_ownership.within steps_reply.choice steps_tie.point
steps_limits.after steps_limits.aside steps_limits.closed steps_reopening.kind
"""
# Digests and wrapped keys: they tell nothing without what they were made of.
OPAQUE = """
accounts_invitation.digest accounts_mailedaddress.digest steps_event.commitment steps_event.hash
steps_event.salt
accounts_user.password accounts_draftkey.wrapped accounts_copykey.wrapped
accounts_draftkey.kek accounts_copykey.kek accounts_attempt.digest
"""
# Times at which something was tried lately, of nobody that could be told; and of second factors
# public keys, what a passkey is called, and secrets that are locked (tests/accounts/test_codes.py).
SIGNING_IN = """
accounts_attempt.value mfa_authenticator.data mfa_authenticator.type
"""
# Who somebody is, for signing in and for being called by name.
PERSON = """
accounts_user.email accounts_user.first_name accounts_user.language accounts_user.time_zone
accounts_user.earlier_zones account_emailaddress.email account_emailconfirmation.key
"""
# Django's own: what is installed, and sessions, which hold who is signed in, on what device.
DJANGOS = """
auth_group.name auth_permission.codename auth_permission.name django_content_type.app_label
django_content_type.model django_migrations.app django_migrations.name
accounts_device.session_data accounts_device.session_key accounts_device.name
"""
LISTS = (FACTS, OPAQUE, PERSON, DJANGOS, SIGNING_IN)
CLEAR = {column for columns in LISTS for column in columns.split()}


def columns_of_text() -> set[str]:
    """Every column of the database that could hold a sentence."""
    return {column for (column,) in sql(TEXT)}


def sealed_columns() -> set[str]:
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, WordsField)
    }


def every_row() -> list[tuple[Any, Any]]:
    """Each row that has words, not opened yet, with its field."""
    return [
        (row, model._meta.get_field("words"))
        for model in (Archive, Draft, Copy, SpaceCopy)
        for row in model._default_manager.all()
    ]


def sql(statement: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []
