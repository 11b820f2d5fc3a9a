"""The addresses of passkeys and codes, under the names that allauth knows."""

from allauth.mfa.base.views import IndexView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.urls import path

from accounts.factors import views

urlpatterns = [
    path("accounts/keys/", IndexView.as_view(), name="mfa_index"),
    path("accounts/keys/first/", views.FirstPasskeyView.as_view(), name="mfa_signup_webauthn"),
    path("accounts/keys/new/", AddWebAuthnView.as_view(), name="mfa_add_webauthn"),
    path("accounts/keys/<int:pk>/", views.RenamePasskeyView.as_view(), name="mfa_edit_webauthn"),
    path(
        "accounts/keys/<int:pk>/end/",
        views.RemovePasskeyView.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("accounts/keys/app/", ActivateTOTPView.as_view(), name="mfa_activate_totp"),
    path("accounts/keys/app/end/", DeactivateTOTPView.as_view(), name="mfa_deactivate_totp"),
    path("accounts/keys/codes/", views.RecoveryCodesView.as_view(), name="mfa_view_recovery_codes"),
    path(
        "accounts/keys/codes/new/",
        GenerateRecoveryCodesView.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
