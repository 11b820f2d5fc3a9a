"""What stands beside a draft of the one who did the hurt: it points at phrases, asks, and stops.

Pure functions of a text. Nothing here knows a person, a request or a table, and nothing is kept.
"""
