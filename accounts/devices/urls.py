"""The addresses of the list of devices."""

from django.urls import path

from accounts.devices import views

urlpatterns = [
    path("settings/devices/", views.devices, name="devices"),
    path("settings/devices/<uuid:pk>/end/", views.device_end, name="device_end"),
    path("settings/devices/others/end/", views.others_end, name="others_end"),
    path("settings/devices/mine/", views.mine, name="mine"),
    path("settings/devices/mine/end/", views.mine_end, name="mine_end"),
]
