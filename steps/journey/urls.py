"""Address of the first question."""

from django.urls import path

from steps.journey import views

urlpatterns = [path("begin/", views.begin, name="begin")]
