"""Addresses of going."""

from django.urls import path

from steps.leaving import views

urlpatterns = [
    path("settings/copy/", views.taking_along, name="taking_along"),
    path("settings/copy/export/", views.export, name="export"),
    path("stop/", views.stop, name="stop"),
    path("stop/parting/", views.parting, name="parting"),
    path("stop/erasing/", views.erasing, name="erasing"),
    path("stop/erasing/end/", views.erasing_end, name="erasing_end"),
    path("archive/<uuid:pk>/", views.archive, name="archive"),
    path("archive/<uuid:pk>/export/", views.archive_export, name="archive_export"),
]
