"""The group of those who edit the catalogue, and nothing else."""

from django.apps import apps as installed

GROUP = "editors"
ACTIONS = ("add", "change", "delete", "view")
# What every entry refers to, and what seldom changes: a superuser's.
ONLY_SEEN = {"province", "awardyear", "awardtotal", "awardcategory", "topic"}


def keep_group(apps=installed, **kwargs):
    """Give the group the rights it should have, exactly: after every migration, when the permissions exist.

    The catalogue's models are those whose history is kept.
    """
    try:
        group, permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:  # migrated back to before there were groups
        return
    models = [
        model._meta.model_name
        for model in installed.get_app_config("practices").get_models()
        if hasattr(model._meta, "simple_history_manager_attribute")
    ]
    rights = permission.objects.filter(
        content_type__app_label="practices",
        codename__in=[
            f"{action}_{model}" for model in models for action in (("view",) if model in ONLY_SEEN else ACTIONS)
        ],
    )
    group.objects.get_or_create(name=GROUP)[0].permissions.set(rights)
