from django.urls import path

from steps.guide import views

urlpatterns = [
    path("steps/", views.steps, name="steps"),
    path("steps/<int:number>/", views.step, name="step"),
    path("steps/17/sentences/<int:number>/", views.sentence, name="sentence"),
]
