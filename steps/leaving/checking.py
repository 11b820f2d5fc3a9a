"""The check of a record that one took along; docs/record.md explains it."""

CHECK = '''\
"""Is record.json, beside this file, as it was written? Run: python check.py

Whoever owns the file can write it anew so that it fits together. Only the last hash, compared
with the one that the site shows or that the other kept, says that it is the same record.
"""

import hashlib
import hmac
import json


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def first_fault(entries):
    previous = b""
    for place, entry in enumerate(entries, 1):
        commitment = bytes.fromhex(entry["commitment"])
        made = hashlib.sha256(previous + canonical(entry["said"]) + commitment).digest()
        if entry["said"]["seq"] != place or made.hex() != entry["hash"]:
            return place
        if "words" in entry:
            salt = bytes.fromhex(entry["salt"])
            if hmac.digest(salt, canonical(entry["words"]), "sha256") != commitment:
                return place
        previous = made


with open("record.json", encoding="utf-8") as file:
    entries = json.load(file)
if fault := first_fault(entries):
    print(f"Entry {fault} is not as it was written.")
elif entries:
    print("It fits together. It is the record only if its last hash is this one:")
    print(entries[-1]["hash"])
    print("Compare it with /record/check/ on the site, or with what the other person kept.")
else:
    print("There is nothing in it.")
'''
