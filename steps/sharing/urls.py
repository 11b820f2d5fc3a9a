"""Addresses of writing and of cards."""

from django.urls import path

from steps.sharing import beginning, cards, kept, replying, views

urlpatterns = [
    path("steps/<int:number>/writing/", beginning.new, name="writing_new"),
    path("steps/<int:step>/writing/<slug:kind>/", beginning.new_of, name="kind_new"),
    path("offers/writing/", beginning.new_of, {"kind": "offer", "step": 4}, name="offer_new"),
    path("list/writing/", beginning.new_of, {"kind": "promise", "step": 9}, name="promise_new"),
    path("steps/2/map/writing/", beginning.new_of, {"kind": "map", "step": 2}, name="map_new"),
    path("writing/<uuid:pk>/", views.writing, name="writing"),
    path("writing/<uuid:pk>/preview/", views.preview, name="preview"),
    path("writing/<uuid:pk>/print/", views.printing, name="printing"),
    path("writing/<uuid:pk>/sharing/", views.sharing, name="sharing"),
    path("writing/<uuid:pk>/sharing/end/", views.taking_back, name="taking_back"),
    path("writing/<uuid:pk>/keeping/", kept.keeping, name="keeping"),
    path("writing/<uuid:pk>/keeping/end/", kept.keeping_end, name="keeping_end"),
    path("writing/<uuid:pk>/aloud/", kept.aloud, name="aloud"),
    path("writing/<uuid:pk>/phrase/", kept.phrase, name="phrase"),
    path("writing/<uuid:pk>/telling/", views.telling, name="telling"),
    path("writing/<uuid:pk>/discarding/", views.discarding, name="discarding"),
    path("card/<uuid:pk>/", cards.card, name="card"),
    path("card/<uuid:pk>/opening/", cards.opening, name="opening"),
    path("card/<uuid:pk>/leaving/", cards.leaving, name="leaving"),
    path("card/<uuid:pk>/reply/", replying.reply, name="reply"),
    path("card/<uuid:pk>/reply/end/", replying.reply_end, name="reply_end"),
    path("card/<uuid:pk>/withdrawing/", cards.withdrawing, name="withdrawing"),
]
