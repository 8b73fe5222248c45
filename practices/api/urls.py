from django.urls import path

from practices.api import views

urlpatterns = [
    path("awards/", views.EntryList.as_view(), name="api-entry-list"),
    path("awards/<slug:slug>/<year:year>/", views.EntryDetail.as_view(), name="api-entry-detail"),
    path("practices/", views.PracticeList.as_view(), name="api-practice-list"),
    path("practices/<slug:slug>/", views.PracticeDetail.as_view(), name="api-practice-detail"),
    path("municipalities/", views.MunicipalityList.as_view(), name="api-municipality-list"),
    path("municipalities/<slug:slug>/", views.MunicipalityDetail.as_view(), name="api-municipality-detail"),
    path("openapi.json", views.Description.as_view(), name="api-description"),
]
