"""Addresses of my page."""

from django.urls import path

from steps.mypage import views

urlpatterns = [
    path("me/", views.mypage, name="mypage"),
    path("me/now/", views.now, name="now"),
]
