"""Every address of Mend."""

from django.urls import include, path

urlpatterns = [
    path("", include("accounts.signing_in")),
    path("", include("accounts.sure")),
    path("", include("accounts.factors.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("", include("mend.pages")),
    path("", include("mend.health")),
    path("", include("mend.outbox")),
    path("", include("accounts.urls")),
    path("", include("accounts.devices.urls")),
    path("", include("accounts.pairing.urls")),
    path("", include("accounts.safety.urls")),
    path("", include("steps.urls")),
]

handler500 = "mend.reference.failed"
handler429 = "mend.pages.too_often"  # allauth asks for it
