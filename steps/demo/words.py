"""The words of the made-up story."""

from typing import Any

ACCOUNT = {
    "what_i_did": "I took a credit card in my own name and hid it from you.",
    "when": "From May until the second week of October.",
    "affected": "You. And the children: the trip in the summer was paid from it.",
    "act": "I took a credit card in my own name and hid it from you.",
    "honesty": "both",
    "hidden": "I told you that the money was for the car. I opened the post before you came home.",
    "says_all": "on",
}
IMPACT = {
    "safety": "You check the post now before I am home. You did not need to before.",
    "safety_reach": "2",
    "time": "Extra shifts, all summer.",
    "time_reach": "2",
    "money": "You worked for a debt that you did not know of.",
    "money_reach": "3",
    "others_reach": "1",
}
MY_MAP = {
    "safety": "I lie awake and count.",
    "safety_reach": "3",
    "dignity": "Your sister knew that we were short. I did not.",
    "dignity_reach": "3",
    "money": "The money is the smaller part of it.",
    "money_reach": "1",
    "others": "I do not know what to tell the children about the summer.",
    "others_reach": "2",
}
STAND = {"stand": "That what I say at home is true, also when it costs me something."}
REMORSE = {
    "letter": (
        "Sam,\n\nI hid the card from you for five months. I told you that the money was for the "
        "car. It was not. I lied to your face while you were working extra shifts.\n\nI made you "
        "into someone who has to check. I am sorry for that, and for every evening on which I sat "
        "next to you and knew.\n\nAda"
    ),
}
CHAIN: dict[str, Any] = {
    "parts": ["before1", "choice2", "told3", "choice4"],
    "before1_text": "The rent went up, and I did not say that I was afraid.",
    "choice2_text": "The form for the card lay on the desk for a week.",
    "choice2_instead": "I show you every form before I sign it.",
    "told3_text": "That I would have paid it back before you noticed.",
    "choice4_text": "The first letter came, and I put it into my bag.",
    "choice4_instead": "I lay it on the table, opened.",
}
PLAN: dict[str, Any] = {
    "parts": ["risk1"],
    "risk1_risk": "A letter from the bank on a day on which we are tired.",
    "risk1_sign": "I put it into my bag instead of on the table.",
    "risk1_move": "I lay it on the table, opened, before I take my coat off.",
    "risk1_telling": "The same evening.",
}
OWNERSHIP: dict[str, Any] = {
    "within": "day",
    "way": "At the table, once the children are asleep.",
    "then": "I give the card back to the bank, and I tell your sister myself.",
}
PATIENCE = {
    "looks_like": "I sigh. I do the dishes loudly. I bring flowers and wait.",
    "when": "want to ask whether we are all right",
    "plan": "take the dog round the block first",
    "person": "Jo, who does not take sides",
}
WEEKS = [
    (10, "yes", "I asked twice on Sunday."),
    (17, "little", "I sighed at breakfast."),
    (24, "yes", "After the letter I waited in the doorway."),
    (31, "no", ""),
]
PUSHED = "You stood in the doorway until I said something."
NOTE = {"note": "I keep adding up the months. I want to stop doing that at night."}
SHIFTS: dict[str, Any] = {
    "repair": "effort",
    "what": "I take over the Saturday shifts at the shop until the card is paid.",
    "cost": "Every Saturday until spring.",
    "owed_anyway": "on",
}
SISTER: dict[str, Any] = {
    "repair": "others",
    "what": "I tell your sister that the money she lent us went to the card.",
}
MYSELF = "I would like to tell her myself, when I am ready."
LETTERS: dict[str, Any] = {
    "sentence": "I lay every bank letter on the table, opened",
    "rhythm": "daily",
    "measure": "They lie there when you come home.",
    "obstacle": "I come home late",
    "plan": "I do it before I take my coat off",
}
PAYMENT: dict[str, Any] = {"sentence": "I pay 150 to the card", "rhythm": "once"}
BY_THE_LAMP: dict[str, Any] = {
    "measure": "They lie under the lamp when I come home.",
    "words": "On the table they get lost among the school things.",
}
LATE = "I paid on the next day. I had counted on money that did not come."
DESK = "I left two on the desk."
PAID = "I moved the payment to the day on which my wages come."
FOUND = "I laid them on the table this morning, opened."
