"""Addresses of this slice."""

from django.urls import path

from steps.patience import views

urlpatterns = [
    path("steps/7/looks/", views.looks, name="looks"),
    path("steps/7/pushed/", views.pushed, name="pushed"),
    path("steps/7/pushed/<uuid:pk>/telling/", views.pushed_telling, name="pushed_telling"),
    path("steps/7/pushed/<uuid:pk>/end/", views.pushed_end, name="pushed_end"),
]
