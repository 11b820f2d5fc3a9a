"""Addresses of the second look and of the fixed card."""

from django.urls import path

from steps.ownership import views

urlpatterns = [
    path("steps/16/looks/", views.looks, name="card_looks"),
    path("steps/16/looks/<uuid:pk>/", views.look, name="card_look"),
    path("steps/16/signal/", views.signal, name="signal"),
]
