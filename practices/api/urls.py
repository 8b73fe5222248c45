from django.urls import path

from practices.api import views

urlpatterns = [
    path("<table:table>/", views.page_of_table, name="api-list"),
    path("awards/<slug:slug>/<year:year>/", views.entry_detail, name="api-entry-detail"),
    path("practices/<slug:slug>/", views.practice_detail, name="api-practice-detail"),
    path("municipalities/<slug:slug>/", views.municipality_detail, name="api-municipality-detail"),
    path("years/", views.years, name="api-years"),
    path("openapi.json", views.description, name="api-description"),
]
