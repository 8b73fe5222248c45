from django.db import migrations, models


def leave_alone(apps, schema_editor):
    """The search index of the new column is made after every migration."""


def drop_triggers(apps, schema_editor):
    """SQLite keeps a column that its search index follows."""
    if schema_editor.connection.vendor == "sqlite":
        for event in ("insert", "delete", "update"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS practices_municipality_search_{event}")


class Migration(migrations.Migration):

    dependencies = [
        ('practices', '0004_addresses'),
    ]

    operations = [
        migrations.AddField(
            model_name='municipality',
            name='search_rough',
            field=models.TextField(default='', editable=False, serialize=False),
        ),
        migrations.RunPython(leave_alone, drop_triggers),
    ]
