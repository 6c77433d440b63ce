"""Deletes snapshots that somebody made by hand and forgot: of the environment, older than it keeps them, without the tag "keep"."""
import datetime
import os

import boto3


def handler(event, context):
    environment, days = os.environ["ENVIRONMENT"], int(os.environ["KEEP_DAYS"])
    before = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=days)
    return {
        "databases": clean_databases(boto3.client("rds"), environment, before),
        "disks": clean_disks(boto3.client("ec2"), environment, before),
    }


def clean_databases(rds, environment, before):
    deleted = []
    for page in rds.get_paginator("describe_db_snapshots").paginate(SnapshotType="manual"):
        for snapshot in page["DBSnapshots"]:
            made = snapshot.get("SnapshotCreateTime")
            if snapshot["Status"] == "available" and made and is_forgotten(snapshot.get("TagList", []), made, environment, before):
                rds.delete_db_snapshot(DBSnapshotIdentifier=snapshot["DBSnapshotIdentifier"])
                deleted.append(snapshot["DBSnapshotIdentifier"])
    return deleted


def clean_disks(ec2, environment, before):
    deleted = []
    mine = [{"Name": "tag:environment", "Values": [environment]}, {"Name": "status", "Values": ["completed"]}]
    for page in ec2.get_paginator("describe_snapshots").paginate(OwnerIds=["self"], Filters=mine):
        for snapshot in page["Snapshots"]:
            if not is_forgotten(snapshot.get("Tags", []), snapshot["StartTime"], environment, before):
                continue
            try:
                ec2.delete_snapshot(SnapshotId=snapshot["SnapshotId"])
            except ec2.exceptions.ClientError as problem:
                # An image still starts from it: whoever deletes the image deletes this too.
                if problem.response["Error"]["Code"] != "InvalidSnapshot.InUse":
                    raise
                continue
            deleted.append(snapshot["SnapshotId"])
    return deleted


def is_forgotten(tags, made, environment, before):
    values = {tag["Key"]: tag["Value"] for tag in tags}
    by_service = any(key.startswith("aws:") for key in values)
    return values.get("environment") == environment and "keep" not in values and not by_service and made < before
