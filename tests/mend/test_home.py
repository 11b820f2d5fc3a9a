"""Where a checkout keeps its data, and who else may look."""

import shutil
import stat
from pathlib import Path

import pytest

from mend.home import CannotRun, home, make_home, secret_key


@pytest.fixture
def new_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "at" / "home"
    monkeypatch.setenv("MEND_HOME", str(folder))
    return folder


def test_the_folder_can_be_chosen(new_home: Path) -> None:
    assert home() == make_home() == new_home


def test_nobody_else_can_list_the_folder_or_read_the_mails(new_home: Path) -> None:
    parent = new_home.parent
    parent.mkdir()
    before = parent.stat().st_mode
    make_home()
    assert stat.S_IMODE(new_home.stat().st_mode) in {0o700, 0o710}
    assert stat.S_IMODE((new_home / "outbox").stat().st_mode) == 0o700
    assert parent.stat().st_mode == before


def test_the_secret_is_made_once_long_and_for_its_owner_only(new_home: Path) -> None:
    secret = secret_key()
    assert len(secret) >= 50
    assert secret_key() == secret
    assert stat.S_IMODE((new_home / "secret_key").stat().st_mode) == 0o600
    assert sorted(path.name for path in new_home.iterdir()) == ["outbox", "secret_key"]


def test_two_checkouts_and_a_copy_never_share_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEND_HOME")
    one, other, copy = tmp_path / "one" / "mend", tmp_path / "other" / "mend", tmp_path / "copy"
    homes = {home(one), home(other)}
    (one / "var").mkdir(parents=True, exist_ok=True)
    shutil.copytree(one, copy)
    assert len(homes | {home(copy)}) == 3
    assert home(one) in homes


def test_a_new_clone_at_an_old_path_starts_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MEND_HOME")
    old = home(tmp_path)
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    assert home(tmp_path) != old or not old.exists()


def test_a_folder_with_other_peoples_files_is_left_as_it_is(new_home: Path) -> None:
    new_home.mkdir(parents=True, mode=0o755)
    (new_home / "photo.jpg").touch()
    with pytest.raises(CannotRun, match="holds other files"):
        make_home()
    assert stat.S_IMODE(new_home.stat().st_mode) == 0o755
