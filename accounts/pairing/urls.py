"""The addresses of inviting and of being invited."""

from django.urls import path

from accounts.pairing import invited, views

urlpatterns = [
    path("invitation/", views.invitation, name="invitation"),
    path("invitation/pasting/", views.pasting, name="pasting"),
    path("invitation/link/", views.link, name="link"),
    path("invitation/link/<uuid:pk>/renewal/", views.renewal, name="renewal"),
    path("invitation/link/<uuid:pk>/withdrawal/", views.withdrawal, name="withdrawal"),
    path("invitation/link/<uuid:pk>/mailing/", views.mailing, name="mailing"),
    path("invitation/link/<uuid:pk>/confirmation/", views.confirmation, name="confirmation"),
    path("invitation/link/<uuid:pk>/refusal/", views.refusal, name="refusal"),
    path("invitation/no-more/<str:signed>/", invited.no_more, name="no_more"),
    path("invitation/<str:token>/", invited.invited, name="invited"),
    path("invitation/<str:token>/acceptance/", invited.acceptance, name="acceptance"),
    path("invitation/<str:token>/acceptance/end/", invited.acceptance_end, name="acceptance_end"),
    path("invitation/<str:token>/declining/", invited.declining, name="declining"),
]
