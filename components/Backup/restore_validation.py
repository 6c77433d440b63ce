"""Looks into what a restore test restored, tells AWS Backup what was found, and measures how long it took.

It proves that a backup becomes a resource like its source: there, encrypted under a key of the account, closed to the public, with
something in it. It reads no data, so it does not prove that they are the right ones.
"""
import datetime
import os

import boto3

NAMESPACE = "Platform/Restore"

# A database goes through these on its own after a restore, and answers meanwhile.
USABLE = {"available", "backing-up", "configuring-enhanced-monitoring", "configuring-iam-database-auth", "configuring-log-exports",
          "modifying", "storage-config-upgrade", "storage-optimization"}


def handler(event, context):
    backup, cloudwatch = boto3.client("backup"), boto3.client("cloudwatch")
    now = datetime.datetime.now(datetime.timezone.utc)
    if "detail" not in event:
        return report_age(backup, cloudwatch, os.environ["PLAN_ARN"], os.environ["PLAN"], now)
    job = backup.describe_restore_job(RestoreJobId=event["detail"]["restoreJobId"])
    return validate(backup, cloudwatch, {"RDS": boto3.client("rds"), "S3": boto3.client("s3")}, job, os.environ["PLAN"])


def validate(backup, cloudwatch, clients, job, plan):
    problems, told = look(clients, job)
    text = "; ".join(problems) if problems else "as its source; " + ", ".join(told) + "; not proven: that the data are right"
    # AWS takes a thousand characters.
    backup.put_restore_validation_result(
        RestoreJobId=job["RestoreJobId"], ValidationStatus="FAILED" if problems else "SUCCESSFUL", ValidationStatusMessage=text[:1000])
    minutes = (job["CompletionDate"] - job["CreationDate"]).total_seconds() / 60
    measure(cloudwatch, plan, {"RestoreMinutes": minutes, "ValidationsFailed": 1 if problems else 0})
    return {"job": job["RestoreJobId"], "problems": problems, "minutes": minutes}


def look(clients, job):
    checks = {"RDS": look_at_database, "Aurora": look_at_cluster, "S3": look_at_bucket}
    check = checks.get(job["ResourceType"])
    if check is None:
        return [f"nobody knows how to look at {job['ResourceType']}"], []
    client = clients["S3" if job["ResourceType"] == "S3" else "RDS"]
    try:
        return check(client, name_of(job["CreatedResourceArn"]), name_of(job.get("SourceResourceArn", "")))
    except Exception as problem:  # whatever it is, the restore is not proven, and somebody must hear so
        return [f"it could not be looked at: {type(problem).__name__}: {problem}"], []


def look_at_database(rds, restored, source):
    return compare_databases(database(rds, restored), database(rds, source), "DBInstanceStatus", ["AllocatedStorage"])


def look_at_cluster(rds, restored, source):
    return compare_databases(cluster(rds, restored), cluster(rds, source), "Status", [])


def compare_databases(restored, source, status, sizes):
    if restored is None:
        return ["it is not there"], []
    problems = []
    if restored[status] not in USABLE:
        problems.append(f"it is {restored[status]}")
    if not restored.get("StorageEncrypted"):
        problems.append("it is not encrypted")
    if restored.get("PubliclyAccessible"):
        problems.append("it is open to the public")
    if source is None:
        return problems, [f"{restored['Engine']} {restored['EngineVersion']}", "its source is gone, so that it was compared with nothing"]
    if restored.get("KmsKeyId") != source.get("KmsKeyId"):
        problems.append(f"its key is {restored.get('KmsKeyId')}, that of its source {source.get('KmsKeyId')}")
    if restored["Engine"] != source["Engine"] or major(restored) != major(source):
        problems.append(f"it is {restored['Engine']} {restored['EngineVersion']}, its source {source['Engine']} {source['EngineVersion']}")
    # Storage grows by itself, so that a backup may be smaller than its source is today; it is never larger.
    problems += [f"its {size} is {restored[size]}, that of its source {source[size]}" for size in sizes if not 0 < restored[size] <= source[size]]
    if source.get("LatestRestorableTime") is None:
        problems.append("its source keeps no log of changes to restore a moment from")
    return problems, [f"{restored['Engine']} {restored['EngineVersion']}", "encrypted under the same key",
                      f"a moment up to {source.get('LatestRestorableTime')} can be restored"]


def look_at_bucket(s3, restored, source):
    found = s3.list_objects_v2(Bucket=restored, MaxKeys=1)
    if not found.get("KeyCount"):
        if source and not s3.list_objects_v2(Bucket=source, MaxKeys=1).get("KeyCount"):
            return [], ["empty, as its source"]
        return ["it is empty, and its source is not"], []
    key = found["Contents"][0]["Key"]
    head = s3.head_object(Bucket=restored, Key=key)
    problems = []
    if head.get("ServerSideEncryption") not in ("aws:kms", "aws:kms:dsse", "AES256"):
        problems.append(f"the object {key} is not encrypted")
    if head["ContentLength"] != found["Contents"][0]["Size"]:
        problems.append(f"the object {key} has {head['ContentLength']} bytes, but is listed with {found['Contents'][0]['Size']}")
    versions = s3.get_bucket_versioning(Bucket=restored).get("Status", "never enabled")
    return problems, [f"objects encrypted by {head.get('ServerSideEncryption')}", f"versions {versions}"]


def report_age(backup, cloudwatch, plan_arn, plan, now):
    """Days since a restore was last found good; when none was, since there are tests at all."""
    horizon = now - datetime.timedelta(days=60)
    begun = backup.get_restore_testing_plan(RestoreTestingPlanName=plan)["RestoreTestingPlan"]["CreationTime"]
    ended, token = [max(begun, horizon)], {}
    while True:
        page = backup.list_restore_jobs(ByRestoreTestingPlanArn=plan_arn, ByCompleteAfter=horizon, **token)
        ended += [job["CompletionDate"] for job in page["RestoreJobs"] if job.get("ValidationStatus") == "SUCCESSFUL"]
        if not page.get("NextToken"):
            break
        token = {"NextToken": page["NextToken"]}
    days = (now - max(ended)).total_seconds() / 86400
    measure(cloudwatch, plan, {"DaysSinceProven": days})
    return {"days": days}


def measure(cloudwatch, plan, values):
    cloudwatch.put_metric_data(Namespace=NAMESPACE, MetricData=[
        {"MetricName": name, "Value": value, "Dimensions": [{"Name": "Plan", "Value": plan}]} for name, value in values.items()])


def database(rds, name):
    return first(rds.exceptions.DBInstanceNotFoundFault, lambda: rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"], name)


def cluster(rds, name):
    return first(rds.exceptions.DBClusterNotFoundFault, lambda: rds.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"], name)


def first(missing, ask, name):
    if not name:
        return None
    try:
        return ask()[0]
    except missing:
        return None


def major(database):
    return database["EngineVersion"].split(".")[0]


def name_of(arn):
    return arn.split(":")[-1]
