"""Addresses of this slice."""

from django.urls import path

from steps.acknowledging import views

urlpatterns = [
    path("steps/1/account/", views.account, name="account"),
    path("steps/1/account/<uuid:pk>/reply/", views.reply, name="account_reply"),
    path("steps/1/account/<uuid:pk>/reply/end/", views.reply_end, name="account_reply_end"),
    path("steps/1/account/<uuid:pk>/nothing-more/", views.nothing_more, name="nothing_more"),
]
