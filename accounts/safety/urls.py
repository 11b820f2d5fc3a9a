"""Address of the way out."""

from django.urls import path

from accounts.safety import views

urlpatterns = [path("leave/", views.leave, name="leave")]
