"""Addresses of this slice."""

from django.urls import path

from steps.amends import views

urlpatterns = [
    path("offers/", views.offers, name="offers"),
    path("offers/<uuid:pk>/answer/", views.answer, name="answer"),
    path("offers/<uuid:pk>/answer/end/", views.answer_end, name="answer_end"),
    path("offers/<uuid:pk>/carrying-out/", views.carrying_out, name="carrying_out"),
    path("offers/<uuid:pk>/feeling/", views.feeling, name="feeling"),
]
