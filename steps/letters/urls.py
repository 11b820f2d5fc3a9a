"""Addresses of this slice."""

from django.urls import path

from steps.letters import views

urlpatterns = [
    path("steps/3/desk/", views.desk, name="desk"),
    path("steps/3/desk/parts/", views.parts, name="parts"),
    path("steps/3/desk/<uuid:pk>/marks/", views.marks, name="marks"),
    path("steps/3/desk/<uuid:pk>/reply/", views.reply, name="letter_reply"),
    path("steps/3/desk/<uuid:pk>/reply/end/", views.reply_end, name="letter_reply_end"),
]
