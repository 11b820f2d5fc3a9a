"""Addresses of going."""

from django.urls import path

from steps.leaving import views

urlpatterns = [
    path("settings/copy/", views.taking_along, name="taking_along"),
    path("settings/copy/export/", views.export, name="export"),
]
