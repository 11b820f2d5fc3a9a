"""Addresses of the ties of choice points."""

from django.urls import path

from steps.lessons import views

urlpatterns = [
    path("steps/8/ties/", views.ties, name="ties"),
    path("steps/8/ties/<uuid:pk>/<slug:point>/", views.tie, name="tie"),
]
