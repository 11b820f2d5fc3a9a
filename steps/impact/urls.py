"""Addresses of this slice."""

from django.urls import path

from steps.impact import views

urlpatterns = [
    path("steps/2/map/", views.impact, name="impact"),
    path("steps/2/map/<uuid:pk>/correction/", views.correction, name="correction"),
    path("steps/2/map/<uuid:pk>/look/", views.look, name="second_look"),
]
