from django.apps import AppConfig
from django.conf import settings
from django.contrib.admin import apps as admin
from django.core.checks import Warning, register
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

STEWARDSHIP = {
    "CATALOGUE_PUBLISHER": "who publishes the site",
    "CATALOGUE_CONTACT": "whom readers write to: an e-mail or web address",
    "CATALOGUE_LICENSE": "the terms of reuse: https://address name",
}


@register(deploy=True)
def nobody_stands_behind_the_site(app_configs, **kwargs):
    """A warning for each of the settings without which a site tells its readers that nothing is decided."""
    return [
        Warning(f"{name} is not set, and pages say so.", hint=f"Set it to {meaning}.", id=f"practices.W{number:03}")
        for number, (name, meaning) in enumerate(STEWARDSHIP.items(), 1)
        if not getattr(settings, name)
    ]


class PracticesConfig(AppConfig):
    name = "practices"
    verbose_name = _("ทำเนียบรางวัลพระปกเกล้า")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from practices import derived, history
        from practices.admin import editors
        from practices.search import index

        derived.connect()
        history.connect()
        pre_migrate.connect(index.refuse_blind_database, sender=self, dispatch_uid="practices.refuse_blind_database")
        post_migrate.connect(index.ensure_search_index, sender=self, dispatch_uid="practices.ensure_search_index")
        post_migrate.connect(editors.keep_group, sender=self, dispatch_uid="practices.keep_group")


class EditorsSiteConfig(admin.AdminConfig):
    """Django's admin, with our site in place of its own."""

    default = False
    default_site = "practices.admin_site.EditorsSite"
