"""The page about the data: files, fields, parameters, and how to take them along."""

from django.shortcuts import render

from practices.views.public import public


@public
def data(request):
    return render(request, "practices/data.html", {})
