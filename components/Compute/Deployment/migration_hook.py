"""Runs a release's migration task before any of its tasks start.

ECS calls the handler at PRE_SCALE_UP, and again every 30 seconds for as long as the answer is IN_PROGRESS. All it must
know comes with the deployment, in hookDetails, so that every deployment runs its own migration and not the newest one.
"""

import boto3

ecs = boto3.client("ecs")


def handler(event, context):
    details = event["hookDetails"]
    if "task" not in details:
        task = start(details, event["executionId"])
        return {"hookStatus": "IN_PROGRESS", "callBackDelay": 30, "hookDetails": {**details, "task": task}}

    status = outcome(details["cluster"], details["task"])
    looks = int(details["looks"]) - 1
    if status == "IN_PROGRESS" and looks == 0:
        ecs.stop_task(cluster=details["cluster"], task=details["task"], reason="The migration took too long.")
        status = "FAILED"
    print(f"{event['resourceArn']}: migration {details['task']}: {status}")
    if status == "IN_PROGRESS":
        return {"hookStatus": status, "callBackDelay": 30, "hookDetails": {**details, "looks": looks}}
    return {"hookStatus": status}


def start(details, token):
    """Starts the task once: the same token gets the same task, should ECS repeat a call that it believes lost."""
    started = ecs.run_task(
        cluster=details["cluster"],
        taskDefinition=details["taskDefinition"],
        launchType="FARGATE",
        count=1,
        clientToken=token,
        startedBy="migration",
        networkConfiguration={
            "awsvpcConfiguration": {
                "subnets": details["subnets"],
                "securityGroups": details["securityGroups"],
                "assignPublicIp": "DISABLED",
            }
        },
    )
    if started["failures"]:
        raise RuntimeError(f"The migration task did not start: {started['failures']}")
    return started["tasks"][0]["taskArn"]


def outcome(cluster, task):
    found = ecs.describe_tasks(cluster=cluster, tasks=[task])["tasks"]
    if not found or found[0]["lastStatus"] != "STOPPED":
        return "IN_PROGRESS"
    # A container that never ran has no exit code: an image that cannot be pulled is a failed migration too.
    codes = [container.get("exitCode") for container in found[0]["containers"]]
    return "SUCCEEDED" if all(code == 0 for code in codes) else "FAILED"
