"""Addresses of this slice."""

from django.urls import path

from steps.timeline import views

urlpatterns = [
    path("record/", views.record, name="record"),
    path("record/check/", views.record_check, name="record_check"),
    path("record/<int:seq>/", views.record_entry, name="record_entry"),
]
