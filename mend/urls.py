"""Every address of Mend."""

from django.urls import include, path

urlpatterns = [
    path("", include("accounts.signing_in")),
    path("accounts/", include("allauth.account.urls")),
    path("", include("mend.pages")),
    path("", include("mend.health")),
    path("", include("mend.outbox")),
    path("", include("accounts.urls")),
    path("", include("accounts.pairing.urls")),
    path("", include("accounts.safety.urls")),
    path("", include("steps.urls")),
]

handler500 = "mend.reference.failed"
