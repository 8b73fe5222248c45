from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("practices", "0001_initial")]

    operations = [
        migrations.AlterModelOptions(name="cataloguefile", options={"ordering": ["folder", "path"]}),
        migrations.RemoveField(model_name="cataloguefile", name="changed_at"),
        migrations.AddField(
            model_name="cataloguefile",
            name="folder",
            field=models.CharField(blank=True, default="", help_text="empty for fixtures/", max_length=1000),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="cataloguefile",
            name="rows",
            field=models.JSONField(default=list, help_text="its records, each with the primary key of its row"),
        ),
        migrations.AlterField(
            model_name="cataloguefile",
            name="digest",
            field=models.CharField(blank=True, help_text="SHA-256 of the parsed file; empty if gone", max_length=64),
        ),
        migrations.AlterField(
            model_name="cataloguefile",
            name="path",
            field=models.CharField(help_text="relative to the folder", max_length=200),
        ),
        migrations.AddConstraint(
            model_name="cataloguefile",
            constraint=models.UniqueConstraint(fields=("folder", "path"), name="one_memory_per_file"),
        ),
    ]
