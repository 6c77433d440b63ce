"""The function that looks into restored backups, with the services of AWS played by objects that remember what they were asked."""
import datetime
import importlib.util
import os
import sys
import types
import unittest

UTC = datetime.timezone.utc
NOW = datetime.datetime(2026, 11, 29, 6, 0, tzinfo=UTC)
DATABASE = {
    "DBInstanceStatus": "available", "StorageEncrypted": True, "PubliclyAccessible": False, "KmsKeyId": "arn:key/data",
    "Engine": "postgres", "EngineVersion": "17.4", "AllocatedStorage": 200, "LatestRestorableTime": NOW,
}
CLUSTER = {"Status": "available", "StorageEncrypted": True, "KmsKeyId": "arn:key/data", "Engine": "aurora-postgresql", "EngineVersion": "17.4", "LatestRestorableTime": NOW}


class NotFound(Exception):
    pass


class Backup:
    def __init__(self, jobs=(), pages=None):
        self.pages, self.results = pages or [list(jobs)], []

    def describe_restore_job(self, RestoreJobId):
        return job(RestoreJobId=RestoreJobId)

    def put_restore_validation_result(self, **given):
        self.results.append(given)

    def get_restore_testing_plan(self, RestoreTestingPlanName):
        return {"RestoreTestingPlan": {"CreationTime": NOW - datetime.timedelta(days=3)}}

    def list_restore_jobs(self, ByRestoreTestingPlanArn, ByCompleteAfter, NextToken=None):
        number = int(NextToken or 0)
        page = {"RestoreJobs": self.pages[number]}
        return page if number + 1 == len(self.pages) else {**page, "NextToken": str(number + 1)}


class Watch:
    def __init__(self):
        self.values = {}

    def put_metric_data(self, Namespace, MetricData):
        assert Namespace == "Platform/Restore"
        for datum in MetricData:
            assert datum["Dimensions"] == [{"Name": "Plan", "Value": "platform_prod_backups"}]
            self.values[datum["MetricName"]] = datum["Value"]


class Rds:
    exceptions = types.SimpleNamespace(DBInstanceNotFoundFault=NotFound, DBClusterNotFoundFault=NotFound)

    def __init__(self, databases, clusters=None):
        self.databases, self.clusters = databases, clusters or {}

    def describe_db_instances(self, DBInstanceIdentifier):
        return {"DBInstances": [self.found(self.databases, DBInstanceIdentifier)]}

    def describe_db_clusters(self, DBClusterIdentifier):
        return {"DBClusters": [self.found(self.clusters, DBClusterIdentifier)]}

    @staticmethod
    def found(known, name):
        if name not in known:
            raise NotFound(name)
        return known[name]


class Buckets:
    def __init__(self, restored=(("index.html", 12),), source=(("index.html", 12),), encryption="aws:kms", size=None, versions="Enabled"):
        self.content = {"restored": list(restored), "assets": list(source)}
        self.encryption, self.size, self.versions = encryption, size, versions

    def list_objects_v2(self, Bucket, MaxKeys):
        found = self.content[Bucket][:MaxKeys]
        return {"KeyCount": len(found), "Contents": [{"Key": key, "Size": size} for key, size in found]}

    def head_object(self, Bucket, Key):
        head = {"ContentLength": self.size if self.size is not None else dict(self.content[Bucket])[Key]}
        return {**head, "ServerSideEncryption": self.encryption} if self.encryption else head

    def get_bucket_versioning(self, Bucket):
        return {"Status": self.versions} if self.versions else {}


def job(kind="RDS", restored="arn:aws:rds:eu-west-1:1:db:restored", source="arn:aws:rds:eu-west-1:1:db:database", **more):
    return {
        "RestoreJobId": "job-1", "ResourceType": kind, "CreatedResourceArn": restored, "SourceResourceArn": source,
        "CreationDate": NOW - datetime.timedelta(minutes=42), "CompletionDate": NOW, **more,
    }


def load():
    sys.modules["boto3"] = types.SimpleNamespace(client=lambda name: CLIENTS[name])
    spec = importlib.util.spec_from_file_location("restore_validation", os.environ["FUNCTION"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CLIENTS = {}
FUNCTION = load()


class RestoreValidation(unittest.TestCase):
    def answer(self, restored, source=DATABASE, **given):
        backup, watch = Backup(), Watch()
        known = {name: value for name, value in (("restored", restored), ("database", source)) if value is not None}
        FUNCTION.validate(backup, watch, {"RDS": Rds(known), "S3": None}, job(**given), "platform_prod_backups")
        return self.told(backup), watch

    def told(self, backup):
        self.assertEqual(1, len(backup.results))
        self.assertEqual("job-1", backup.results[0]["RestoreJobId"])
        return backup.results[0]["ValidationStatus"], backup.results[0]["ValidationStatusMessage"]

    def fails(self, text, restored, source=DATABASE):
        (status, message), watch = self.answer(restored, source)
        self.assertEqual(("FAILED", text), (status, message))
        self.assertEqual(1, watch.values["ValidationsFailed"])

    def test_finds_a_database_like_its_source_good_and_says_what_that_does_not_prove(self):
        (status, message), watch = self.answer(dict(DATABASE, EngineVersion="17.2", AllocatedStorage=100))
        self.assertEqual("SUCCESSFUL", status)
        self.assertIn("postgres 17.2, encrypted under the same key", message)
        self.assertIn("not proven: that the data are right", message)
        self.assertEqual({"RestoreMinutes": 42.0, "ValidationsFailed": 0}, watch.values)

    def test_a_database_that_is_being_backed_up_is_there(self):
        self.assertEqual("SUCCESSFUL", self.answer(dict(DATABASE, DBInstanceStatus="backing-up"))[0][0])

    def test_refuses_a_database_that_is_not_there_or_not_usable(self):
        self.fails("it is not there", None)
        self.fails("it is incompatible-restore", dict(DATABASE, DBInstanceStatus="incompatible-restore"))

    def test_refuses_a_database_that_is_not_encrypted_under_the_key_of_its_source(self):
        self.fails("it is not encrypted; its key is None, that of its source arn:key/data", dict(DATABASE, StorageEncrypted=False, KmsKeyId=None))
        self.fails("its key is arn:key/other, that of its source arn:key/data", dict(DATABASE, KmsKeyId="arn:key/other"))

    def test_refuses_a_database_open_to_the_public(self):
        self.fails("it is open to the public", dict(DATABASE, PubliclyAccessible=True))

    def test_refuses_another_engine_a_major_version_away_or_more_storage(self):
        self.fails("it is postgres 16.9, its source postgres 17.4", dict(DATABASE, EngineVersion="16.9"))
        self.fails("its AllocatedStorage is 400, that of its source 200", dict(DATABASE, AllocatedStorage=400))

    def test_refuses_when_the_source_keeps_no_log_of_changes(self):
        self.fails("its source keeps no log of changes to restore a moment from", DATABASE, {key: DATABASE[key] for key in DATABASE if key != "LatestRestorableTime"})

    def test_tells_all_that_is_wrong_at_once(self):
        (_, message), _ = self.answer(dict(DATABASE, PubliclyAccessible=True, EngineVersion="15.1"))
        self.assertEqual("it is open to the public; it is postgres 15.1, its source postgres 17.4", message)

    def test_says_when_there_is_no_source_left_to_compare_with(self):
        (status, message), _ = self.answer(DATABASE, None)
        self.assertEqual("SUCCESSFUL", status)
        self.assertIn("its source is gone, so that it was compared with nothing", message)

    def test_looks_at_clusters_too(self):
        backup = Backup()
        rds = Rds({}, {"restored": CLUSTER, "orders": dict(CLUSTER, EngineVersion="17.5")})
        FUNCTION.validate(backup, Watch(), {"RDS": rds, "S3": None}, job("Aurora", "arn:aws:rds:eu-west-1:1:cluster:restored", "arn:aws:rds:eu-west-1:1:cluster:orders"), "platform_prod_backups")
        self.assertEqual("SUCCESSFUL", self.told(backup)[0])

    def test_what_nobody_knows_and_what_cannot_be_asked_is_not_proven(self):
        self.assertEqual(("FAILED", "nobody knows how to look at EFS"), self.answer(DATABASE, kind="EFS")[0])
        backup = Backup()
        FUNCTION.validate(backup, Watch(), {"RDS": None, "S3": None}, job(), "platform_prod_backups")
        self.assertEqual("FAILED", self.told(backup)[0])
        self.assertTrue(self.told(backup)[1].startswith("it could not be looked at: AttributeError"))

    def bucket(self, buckets):
        backup = Backup()
        FUNCTION.validate(backup, Watch(), {"RDS": None, "S3": buckets}, job("S3", "arn:aws:s3:::restored", "arn:aws:s3:::assets"), "platform_prod_backups")
        return self.told(backup)

    def test_finds_a_bucket_with_encrypted_objects_good(self):
        self.assertEqual(("SUCCESSFUL", "as its source; objects encrypted by aws:kms, versions Enabled; not proven: that the data are right"), self.bucket(Buckets()))
        self.assertIn("versions never enabled", self.bucket(Buckets(versions=None))[1])
        self.assertEqual("SUCCESSFUL", self.bucket(Buckets(restored=(), source=()))[0])

    def test_refuses_an_empty_an_open_and_a_cut_bucket(self):
        self.assertEqual(("FAILED", "it is empty, and its source is not"), self.bucket(Buckets(restored=())))
        self.assertEqual(("FAILED", "the object index.html is not encrypted"), self.bucket(Buckets(encryption=None)))
        self.assertEqual(("FAILED", "the object index.html has 3 bytes, but is listed with 12"), self.bucket(Buckets(size=3)))

    def age(self, *pages):
        watch = Watch()
        FUNCTION.report_age(Backup(pages=list(pages)), watch, "arn:plan", "platform_prod_backups", NOW)
        return watch.values["DaysSinceProven"]

    def test_counts_the_days_since_a_restore_was_found_good_over_all_pages(self):
        ended = lambda days, status: {"CompletionDate": NOW - datetime.timedelta(days=days), "ValidationStatus": status}
        self.assertEqual(2.0, self.age([ended(1, "FAILED"), ended(30, "SUCCESSFUL")], [ended(2, "SUCCESSFUL")]))
        self.assertEqual(3.0, self.age([]))
        self.assertEqual(3.0, self.age([{"CompletionDate": NOW}]))

    def test_an_event_leads_to_a_look_and_the_schedule_to_a_count(self):
        os.environ.update(PLAN="platform_prod_backups", PLAN_ARN="arn:plan")
        CLIENTS.update(backup=Backup(), cloudwatch=Watch(), rds=Rds({"restored": DATABASE, "database": DATABASE}), s3=None)
        self.assertEqual([], FUNCTION.handler({"detail": {"restoreJobId": "job-1"}}, None)["problems"])
        self.assertIn("days", FUNCTION.handler({}, None))


if __name__ == "__main__":
    unittest.main()
