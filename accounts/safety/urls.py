"""Addresses of the way out, and of the safety pages: open to everybody."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.generic import TemplateView

from accounts.safety import views

staying_safe = TemplateView.as_view(template_name="safety/staying.html")

urlpatterns = [
    path("leave/", views.leave, name="leave"),
    path("help/check/", views.safety_check, name="safety_check"),
    path("help/safe/", login_not_required(staying_safe), name="staying_safe"),
]
