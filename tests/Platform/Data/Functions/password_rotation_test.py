"""The function that rotates a master password, with the services of AWS played by objects that remember."""
import datetime
import importlib.util
import json
import os
import sys
import types
import unittest

UTC = datetime.timezone.utc
HOME = "arn:aws:rds:eu-west-1:111122223333:db:prod-database"
SECOND = "arn:aws:rds:eu-central-1:111122223333:db:prod-database-2"
CLUSTER = "arn:aws:rds:eu-west-1:111122223333:cluster:prod-orders"
SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:database-AbCdEf"


class ResourceNotFoundException(Exception):
    pass


class DBInstanceNotFoundFault(Exception):
    pass


class DBClusterNotFoundFault(Exception):
    pass


class Manager:
    """One secret with its versions, their labels and when they were made."""

    exceptions = types.SimpleNamespace(ResourceNotFoundException=ResourceNotFoundException)

    def __init__(self, value):
        self.enabled = True
        self.stages = {"first": ["AWSCURRENT", "FIRST"], "token": ["AWSPENDING"]}
        self.values = {"first": json.dumps(value)}
        self.made = {"first": datetime.datetime.now(UTC) - datetime.timedelta(days=12), "token": datetime.datetime.now(UTC)}
        self.puts = 0

    def describe_secret(self, SecretId):
        return {"RotationEnabled": self.enabled, "VersionIdsToStages": self.stages}

    def get_secret_value(self, SecretId, VersionStage, VersionId=None):
        for version, stages in self.stages.items():
            if VersionStage in stages and VersionId in (None, version) and version in self.values:
                return {"SecretString": self.values[version], "CreatedDate": self.made[version]}
        raise ResourceNotFoundException()

    def put_secret_value(self, SecretId, ClientRequestToken, SecretString, VersionStages):
        self.puts += 1
        self.values[ClientRequestToken] = SecretString
        self.stages[ClientRequestToken] = VersionStages

    def update_secret_version_stage(self, SecretId, VersionStage, MoveToVersionId, RemoveFromVersionId):
        self.stages[RemoveFromVersionId].remove(VersionStage)
        self.stages[MoveToVersionId].append(VersionStage)

    def content(self, version):
        return json.loads(self.values[version])


class Rds:
    """The databases of one region; a change takes some looks until it is done and recorded."""

    exceptions = types.SimpleNamespace(DBInstanceNotFoundFault=DBInstanceNotFoundFault, DBClusterNotFoundFault=DBClusterNotFoundFault)

    def __init__(self):
        self.states, self.passwords, self.events, self.changes, self.looks, self.slow, self.refuses = {}, {}, [], 0, 0, 2, False

    def describe_db_instances(self, DBInstanceIdentifier):
        return {"DBInstances": [self._look(DBInstanceIdentifier, DBInstanceNotFoundFault, "DBInstanceStatus")]}

    def describe_db_clusters(self, DBClusterIdentifier):
        return {"DBClusters": [self._look(DBClusterIdentifier, DBClusterNotFoundFault, "Status")]}

    def modify_db_instance(self, DBInstanceIdentifier, MasterUserPassword, ApplyImmediately):
        self._change(DBInstanceIdentifier, MasterUserPassword, ApplyImmediately)

    def modify_db_cluster(self, DBClusterIdentifier, MasterUserPassword, ApplyImmediately):
        self._change(DBClusterIdentifier, MasterUserPassword, ApplyImmediately)

    def get_paginator(self, operation):
        assert operation == "describe_events"
        return self

    def paginate(self, SourceIdentifier, SourceType, StartTime, EndTime):
        assert EndTime - StartTime < datetime.timedelta(days=14), "RDS refuses a longer look back"
        yield {"Events": [event for event in self.events if event["SourceIdentifier"] == SourceIdentifier]}
        yield {"Events": []}

    def _look(self, name, missing, status):
        if name not in self.states:
            raise missing()
        state = self.states[name]
        self.looks += 1
        if state["left"] > 0:
            state["left"] -= 1
            if state["left"] == 0:
                message = "Unable to reset your password. Error information: no." if self.refuses else "Reset master credentials"
                self.events.append({"SourceIdentifier": name, "Message": message, "Date": datetime.datetime.now(UTC)})
            return {**state["facts"], status: "resetting-master-credentials", "PendingModifiedValues": {"MasterUserPassword": "****"}}
        return {**state["facts"], status: "available", "PendingModifiedValues": {}}

    def _change(self, name, password, at_once):
        assert at_once, "a password that waits for the maintenance window opens nothing"
        self.changes += 1
        self.passwords[name] = password
        self.states[name]["left"] = self.slow

    def add(self, name, **facts):
        self.states[name] = {"facts": facts, "left": 0}


class Watch:
    def __init__(self):
        self.ages = []

    def put_metric_data(self, Namespace, MetricData):
        assert Namespace == "Platform/Passwords"
        assert MetricData[0]["Dimensions"] == [{"Name": "Database", "Value": "prod-database"}]
        self.ages.append(MetricData[0]["Value"])


class Context:
    def __init__(self, seconds):
        self.seconds = seconds

    def get_remaining_time_in_millis(self):
        return self.seconds * 1000


class Rotation(unittest.TestCase):
    def setUp(self):
        self.manager, self.watch = Manager({"engine": "postgres", "username": "dbadmin", "password": "old"}), Watch()
        self.regions = {"eu-west-1": Rds(), "eu-central-1": Rds()}
        self.regions["eu-west-1"].add("prod-database")
        clients = {"secretsmanager": self.manager, "cloudwatch": self.watch}
        sys.modules["boto3"] = types.SimpleNamespace(
            client=lambda service, region_name=None: self.regions[region_name] if service == "rds" else clients[service])
        spec = importlib.util.spec_from_file_location("password_rotation", os.environ["FUNCTION"])
        self.function = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.function)
        self.clock = 0.0
        self.function.time = types.SimpleNamespace(monotonic=lambda: self.clock, sleep=self.sleep)
        self.set(DATABASES=HOME, DATABASE="prod-database", KEEPS="yes", SECRET=SECRET)

    def sleep(self, seconds):
        self.clock += seconds

    def set(self, **values):
        os.environ.update(values)

    def step(self, name, token="token", seconds=900):
        return self.function.handler({"Step": name, "SecretId": SECRET, "ClientRequestToken": token}, Context(seconds))

    def rotate(self):
        for name in ("createSecret", "setSecret", "testSecret", "finishSecret"):
            self.step(name)

    def test_create_makes_a_password_and_keeps_the_rest(self):
        self.step("createSecret")
        made = self.manager.content("token")
        self.assertEqual(("postgres", "dbadmin"), (made["engine"], made["username"]))
        self.assertRegex(made["password"], r"^[A-Za-z0-9]{40}$")
        self.assertEqual("old", self.manager.content("first")["password"])

    def test_create_called_again_keeps_the_password_it_made(self):
        self.step("createSecret")
        made = self.manager.content("token")
        self.step("createSecret")
        self.assertEqual((made, 1), (self.manager.content("token"), self.manager.puts))

    def test_set_changes_the_database_and_waits_until_rds_has_done_it(self):
        self.step("createSecret")
        self.step("setSecret")
        rds = self.regions["eu-west-1"]
        self.assertEqual(self.manager.content("token")["password"], rds.passwords["prod-database"])
        self.assertEqual(0, rds.states["prod-database"]["left"])
        self.assertEqual(["AWSCURRENT", "FIRST"], self.manager.stages["first"])

    def test_set_called_again_sets_the_same(self):
        self.step("createSecret")
        self.step("setSecret")
        before = dict(self.regions["eu-west-1"].passwords)
        self.step("setSecret")
        self.assertEqual(before, self.regions["eu-west-1"].passwords)

    def test_set_gives_up_before_it_is_ended(self):
        self.step("createSecret")
        self.regions["eu-west-1"].slow = 1000
        with self.assertRaisesRegex(TimeoutError, "prod-database has recorded no 'reset master credentials'"):
            self.step("setSecret")
        self.assertLess(self.clock, 900)

    def test_set_waits_for_a_database_that_is_busy(self):
        self.step("createSecret")
        self.regions["eu-west-1"].states["prod-database"]["left"] = 3
        self.step("setSecret")
        self.assertEqual(1, self.regions["eu-west-1"].changes)

    def test_set_tells_what_rds_refused(self):
        self.step("createSecret")
        self.regions["eu-west-1"].refuses = True
        with self.assertRaisesRegex(RuntimeError, "Unable to reset your password"):
            self.step("setSecret")

    def test_test_fails_when_nobody_changed_the_database(self):
        self.step("createSecret")
        with self.assertRaisesRegex(TimeoutError, "has recorded no"):
            self.step("testSecret")
        self.assertEqual(["AWSPENDING"], self.manager.stages["token"])

    def test_test_does_not_believe_an_event_of_an_earlier_rotation(self):
        self.step("createSecret")
        self.regions["eu-west-1"].events.append(
            {"SourceIdentifier": "prod-database", "Message": "Reset master credentials", "Date": datetime.datetime.now(UTC) - datetime.timedelta(days=2)})
        with self.assertRaises(TimeoutError):
            self.step("testSecret")

    def test_test_of_a_version_that_waits_for_weeks_asks_for_what_rds_remembers(self):
        self.step("createSecret")
        self.step("setSecret")
        self.manager.made["token"] -= datetime.timedelta(days=40)
        self.step("testSecret")

    def test_finish_moves_the_label_and_reports_a_young_password(self):
        self.rotate()
        self.assertEqual(["FIRST"], self.manager.stages["first"])
        self.assertIn("AWSCURRENT", self.manager.stages["token"])
        self.assertEqual([0], self.watch.ages)

    def test_every_step_called_after_the_end_does_nothing(self):
        self.rotate()
        stages, changes = json.dumps(self.manager.stages), self.regions["eu-west-1"].changes
        self.rotate()
        self.assertEqual((stages, changes, 1), (json.dumps(self.manager.stages), self.regions["eu-west-1"].changes, self.manager.puts))

    def test_a_wrong_token_is_refused_in_every_step(self):
        for name in ("createSecret", "setSecret", "testSecret", "finishSecret"):
            with self.assertRaisesRegex(ValueError, "The token stranger is of no version"):
                self.step(name, token="stranger")
        self.assertEqual((0, 0), (self.manager.puts, self.regions["eu-west-1"].changes))

    def test_a_version_that_does_not_wait_is_refused(self):
        self.manager.stages["token"] = ["AWSPREVIOUS"]
        with self.assertRaisesRegex(ValueError, "does not wait to be rotated to"):
            self.step("setSecret")

    def test_an_unknown_step_and_a_secret_without_rotation_are_refused(self):
        with self.assertRaisesRegex(ValueError, "There is no step 'dropSecret'"):
            self.step("dropSecret")
        self.manager.enabled = False
        with self.assertRaisesRegex(ValueError, "is not rotated"):
            self.step("createSecret")

    def test_a_replica_is_left_to_the_database_it_follows(self):
        self.set(DATABASES=f"{HOME},{SECOND}")
        self.regions["eu-central-1"].add("prod-database-2", ReadReplicaSourceDBInstanceIdentifier=HOME)
        self.rotate()
        self.assertEqual((1, 0), (self.regions["eu-west-1"].changes, self.regions["eu-central-1"].changes))

    def test_after_a_failover_the_old_primary_and_the_promoted_database_get_the_same(self):
        self.set(DATABASES=f"{HOME},{SECOND}")
        self.regions["eu-central-1"].add("prod-database-2")
        self.rotate()
        wanted = self.manager.content("token")["password"]
        self.assertEqual(wanted, self.regions["eu-west-1"].passwords["prod-database"])
        self.assertEqual(wanted, self.regions["eu-central-1"].passwords["prod-database-2"])

    def test_a_database_that_was_retired_by_hand_is_passed_over(self):
        self.set(DATABASES=f"{HOME},{SECOND}")
        self.regions["eu-west-1"].states.clear()
        self.regions["eu-central-1"].add("prod-database-2")
        self.rotate()
        self.assertEqual(1, self.regions["eu-central-1"].changes)

    def test_no_database_at_all_is_an_error(self):
        self.regions["eu-west-1"].states.clear()
        self.step("createSecret")
        with self.assertRaisesRegex(RuntimeError, "None of .*prod-database is there"):
            self.step("setSecret")

    def test_a_cluster_of_aurora_is_changed_as_a_whole(self):
        self.set(DATABASES=CLUSTER)
        self.regions["eu-west-1"].add("prod-orders")
        self.rotate()
        self.assertEqual(self.manager.content("token")["password"], self.regions["eu-west-1"].passwords["prod-orders"])

    def test_a_password_nobody_keeps_is_in_no_secret(self):
        self.set(KEEPS="no")
        self.manager.values["first"] = json.dumps({"engine": "postgres", "username": "dbadmin"})
        self.rotate()
        password = self.regions["eu-west-1"].passwords["prod-database"]
        self.assertRegex(password, r"^[A-Za-z0-9]{40}$")
        self.assertNotIn(password, "".join(self.manager.values.values()))
        self.assertIn("AWSCURRENT", self.manager.stages["token"])

    def test_without_a_step_it_reports_the_age_in_days(self):
        self.function.handler({}, Context(900))
        self.assertAlmostEqual(12, self.watch.ages[0], places=3)


if __name__ == "__main__":
    unittest.main()
