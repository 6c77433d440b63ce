"""Changes the master password of databases in the four steps of Secrets Manager, through the API of RDS: it needs no way to a database.

Every database that shares the secret and follows no other one is changed, whichever region it is in: after a move to another region the
old primary and its successor stand for themselves, and the secret must open both. Without a step, it reports how old the password is.
"""
import datetime
import json
import os
import secrets
import string
import time

import boto3

LENGTH = 40
PAUSE_SECONDS = 5
RESERVE_SECONDS = 20            # to end with an error of our own instead of being ended
EVENT_DAYS = 13                 # RDS remembers its events for 14 days
DONE, REFUSED = "reset master credentials", "unable to reset your password"


def handler(event, context):
    manager = boto3.client("secretsmanager")
    if "Step" not in event:
        return report_age(manager)
    step, secret, token = event["Step"], event["SecretId"], event["ClientRequestToken"]
    if step not in STEPS:
        raise ValueError(f"There is no step '{step}'.")
    versions = enabled_versions(manager, secret)
    stages = versions.get(token)
    if stages is None:
        raise ValueError(f"The token {token} is of no version of {secret}.")
    if "AWSCURRENT" in stages:
        return None             # done before
    if "AWSPENDING" not in stages:
        raise ValueError(f"The version {token} of {secret} does not wait to be rotated to.")
    deadline = time.monotonic() + context.get_remaining_time_in_millis() / 1000 - RESERVE_SECONDS
    return STEPS[step](manager, secret, token, deadline)


def create_secret(manager, secret, token, deadline):
    value = json.loads(manager.get_secret_value(SecretId=secret, VersionStage="AWSCURRENT")["SecretString"])
    try:
        manager.get_secret_value(SecretId=secret, VersionId=token, VersionStage="AWSPENDING")
        return                  # a second call keeps what the first one made
    except manager.exceptions.ResourceNotFoundException:
        pass
    if keeps():
        value["password"] = new_password()
    manager.put_secret_value(
        SecretId=secret, ClientRequestToken=token, SecretString=json.dumps(value, sort_keys=True), VersionStages=["AWSPENDING"])


def set_secret(manager, secret, token, deadline):
    password = pending(manager, secret, token)[0] if keeps() else new_password()
    databases = independent_databases()
    for database in databases:
        database.wait_until_available(deadline)
    asked = now() - datetime.timedelta(seconds=30)         # clocks differ
    for database in databases:
        database.change(password)
    for database in databases:
        database.wait_until_changed(asked, deadline)


def test_secret(manager, secret, token, deadline):
    made = max(pending(manager, secret, token)[1], now() - datetime.timedelta(days=EVENT_DAYS))
    for database in independent_databases():
        database.wait_until_changed(made, deadline)


def finish_secret(manager, secret, token, deadline):
    current = next(version for version, stages in enabled_versions(manager, secret).items() if "AWSCURRENT" in stages)
    manager.update_secret_version_stage(SecretId=secret, VersionStage="AWSCURRENT", MoveToVersionId=token, RemoveFromVersionId=current)
    report(0)


STEPS = {"createSecret": create_secret, "setSecret": set_secret, "testSecret": test_secret, "finishSecret": finish_secret}


class Database:
    """An instance, or a cluster of Aurora, by its ARN."""

    def __init__(self, arn):
        self.arn, parts = arn, arn.split(":")
        self.is_cluster, self.name = parts[5] == "cluster", parts[6]
        self.rds = boto3.client("rds", region_name=parts[3])
        self.state = self.look()

    def look(self):
        """What RDS says of it; None when it is not there: not made yet, or retired by hand."""
        errors = self.rds.exceptions
        try:
            if self.is_cluster:
                return self.rds.describe_db_clusters(DBClusterIdentifier=self.name)["DBClusters"][0]
            return self.rds.describe_db_instances(DBInstanceIdentifier=self.name)["DBInstances"][0]
        except (errors.DBClusterNotFoundFault if self.is_cluster else errors.DBInstanceNotFoundFault):
            return None

    def follows(self):
        return bool(self.state.get("ReplicationSourceIdentifier" if self.is_cluster else "ReadReplicaSourceDBInstanceIdentifier"))

    def change(self, password):
        if self.is_cluster:
            self.rds.modify_db_cluster(DBClusterIdentifier=self.name, MasterUserPassword=password, ApplyImmediately=True)
        else:
            self.rds.modify_db_instance(DBInstanceIdentifier=self.name, MasterUserPassword=password, ApplyImmediately=True)

    def wait_until_available(self, deadline):
        self.wait(deadline, "is not available", self.is_settled)

    def wait_until_changed(self, since, deadline):
        """RDS changes it in its own time: nothing may be pending any more, and RDS must have recorded that it did it."""
        self.wait(deadline, f"has recorded no '{DONE}' since {since:%Y-%m-%dT%H:%M:%SZ}", lambda: self.is_settled() and self.was_reset(since))

    def is_settled(self):
        self.state = self.look()
        if self.state is None:
            raise RuntimeError(f"{self.arn} went away.")
        pending_values = self.state.get("PendingModifiedValues") or {}
        status = self.state["Status" if self.is_cluster else "DBInstanceStatus"]
        return status == "available" and "MasterUserPassword" not in pending_values

    def was_reset(self, since):
        kind = "db-cluster" if self.is_cluster else "db-instance"
        pages = self.rds.get_paginator("describe_events").paginate(SourceIdentifier=self.name, SourceType=kind, StartTime=since, EndTime=now())
        messages = [event["Message"] for page in pages for event in page["Events"] if event["Date"] >= since]
        refused = [message for message in messages if message.lower().startswith(REFUSED)]
        if refused:
            raise RuntimeError(f"{self.arn}: {refused[-1]}")
        return any(message.lower().startswith(DONE) for message in messages)

    def wait(self, deadline, otherwise, is_done):
        while not is_done():
            if time.monotonic() + PAUSE_SECONDS > deadline:
                raise TimeoutError(f"{self.arn} {otherwise}; Secrets Manager tries again.")
            time.sleep(PAUSE_SECONDS)


def independent_databases():
    """Those there are that take writes; a replica is given the password by the one it follows."""
    found = [database for database in map(Database, os.environ["DATABASES"].split(",")) if database.state and not database.follows()]
    if not found:
        raise RuntimeError(f"None of {os.environ['DATABASES']} is there and takes writes.")
    return found


def enabled_versions(manager, secret):
    described = manager.describe_secret(SecretId=secret)
    if not described.get("RotationEnabled"):
        raise ValueError(f"{secret} is not rotated.")
    return described.get("VersionIdsToStages", {})


def pending(manager, secret, token):
    """The password that waits, None where nobody keeps one, and since when."""
    version = manager.get_secret_value(SecretId=secret, VersionId=token, VersionStage="AWSPENDING")
    return json.loads(version["SecretString"]).get("password"), version["CreatedDate"]


def report_age(manager):
    made = manager.get_secret_value(SecretId=os.environ["SECRET"], VersionStage="AWSCURRENT")["CreatedDate"]
    report((now() - made).total_seconds() / 86_400)


def report(days):
    boto3.client("cloudwatch").put_metric_data(Namespace="Platform/Passwords", MetricData=[{
        "MetricName": "Age", "Value": days, "Dimensions": [{"Name": "Database", "Value": os.environ["DATABASE"]}]}])


def keeps():
    return os.environ["KEEPS"] == "yes"


def new_password():
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(LENGTH))


def now():
    return datetime.datetime.now(datetime.timezone.utc)
