"""Addresses of putting away, of space, and of how much may come."""

from django.urls import path

from steps.space import views

urlpatterns = [
    path("space/taking/", views.taking, name="space_taking"),
    path("space/end/", views.ending, name="space_end"),
    path("space/away/", views.away, name="away"),
    path("space/away/end/", views.away_end, name="away_end"),
    path("settings/limits/", views.limits, name="limits"),
    path("settings/limits/reopening/", views.reopening, name="reopening"),
    path("today/aside/", views.aside, name="aside"),
]
