using Platform.Engine.DataSources;

namespace Platform.Tests.Tools.Engine.Knowledge;

public class PolicyDocumentTests
{
    [Fact]
    public void Writes_the_members_order_and_escapes_of_the_provider()
    {
        var json = Json(("policyId", "limits"), ("statements", Bag.List(
            Bag.Of(
                ("sid", "Read"),
                ("actions", Bag.List("s3:GetObject", "s3:ListBucket", "s3:GetObject")),
                ("resources", Bag.List("arn:aws:s3:::b/&{aws:username}/<x>&")),
                ("principals", Bag.List(Bag.Of(("type", "AWS"), ("identifiers", Bag.List("arn:aws:iam::1:root", "arn:aws:iam::2:root"))), Bag.Of(("type", "Service"), ("identifiers", Bag.List("ec2.amazonaws.com"))))),
                ("conditions", Bag.List(
                    Bag.Of(("test", "StringLike"), ("variable", "s3:prefix"), ("values", Bag.List("", "home/", "home/&{aws:username}/"))),
                    Bag.Of(("test", "Bool"), ("variable", "aws:SecureTransport"), ("values", Bag.List("true")))))),
            Bag.Of(("effect", "Deny"), ("notActions", Bag.List("iam:*")), ("notResources", Bag.List("*")), ("notPrincipals", Bag.List(Bag.Of(("type", "*"), ("identifiers", Bag.List("*")))))))));

        Assert.Equal(
            """
            {
              "Version": "2012-10-17",
              "Id": "limits",
              "Statement": [
                {
                  "Sid": "Read",
                  "Effect": "Allow",
                  "Action": [
                    "s3:ListBucket",
                    "s3:GetObject"
                  ],
                  "Resource": "arn:aws:s3:::b/${aws:username}/\u003cx\u003e\u0026",
                  "Principal": {
                    "AWS": [
                      "arn:aws:iam::2:root",
                      "arn:aws:iam::1:root"
                    ],
                    "Service": "ec2.amazonaws.com"
                  },
                  "Condition": {
                    "Bool": {
                      "aws:SecureTransport": "true"
                    },
                    "StringLike": {
                      "s3:prefix": [
                        "",
                        "home/",
                        "home/${aws:username}/"
                      ]
                    }
                  }
                },
                {
                  "Effect": "Deny",
                  "NotAction": "iam:*",
                  "NotResource": "*",
                  "NotPrincipal": "*"
                }
              ]
            }
            """,
            json);
    }

    [Fact]
    public void Puts_sources_below_and_overrides_above_by_sid()
    {
        const string Source = """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:*"],"Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"}]}""";
        const string Override = """{"Statement":{"Sid":"B","Effect":"Deny","Action":"ec2:*","Resource":"*"}}""";
        var result = PolicyDocument.Answer(Bag.Of(
            ("sourcePolicyDocuments", Bag.List(Source)),
            ("overridePolicyDocuments", Bag.List(Override)),
            ("statements", Bag.List(
                Bag.Of(("sid", "A"), ("actions", Bag.List("sqs:*")), ("resources", Bag.List("*"))),
                Bag.Of(("sid", "B"), ("actions", Bag.List("sns:*")), ("resources", Bag.List("*"))))))).Result!;

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"sqs:*","Resource":"*"},{"Effect":"Deny","Action":"iam:*","Resource":"*"},{"Sid":"B","Effect":"Deny","Action":"ec2:*","Resource":"*"}]}""",
            result.Fields["minifiedJson"].StringValue);
    }

    [Fact]
    public void Writes_everybody_as_a_star_and_everybody_with_an_account_as_an_object()
    {
        Assert.Contains("\"Principal\": \"*\"", Json(Principal("*", "*")), StringComparison.Ordinal);
        Assert.Contains("\"Principal\": {\n        \"AWS\": \"*\"\n      }", Json(Principal("AWS", "*")), StringComparison.Ordinal);
    }

    [Fact]
    public void Identifies_a_document_by_its_checksum()
    {
        var result = PolicyDocument.Answer(Bag.Of()).Result!;

        Assert.Equal("{\n  \"Version\": \"2012-10-17\"\n}", result.Fields["json"].StringValue);
        Assert.Equal("1132004489", result.Fields["id"].StringValue);   // CRC-32 of the line above
    }

    [Fact]
    public void Refuses_what_the_provider_refuses()
    {
        var twice = PolicyDocument.Answer(Bag.Of(("statements", Bag.List(Bag.Of(("sid", "A")), Bag.Of(("sid", "A"))))));
        var variable = PolicyDocument.Answer(Bag.Of(("version", "2008-10-17"), ("statements", Bag.List(Bag.Of(("resources", Bag.List("&{aws:username}")))))));
        var broken = PolicyDocument.Answer(Bag.Of(("sourcePolicyDocuments", Bag.List("{"))));

        Assert.Contains("duplicate Sid (A)", twice.Failure!.Reason, StringComparison.Ordinal);
        Assert.Contains("2008-10-17", variable.Failure!.Reason, StringComparison.Ordinal);
        Assert.Equal("sourcePolicyDocuments", broken.Failure!.Property);
    }

    private static (string, object?) Principal(string type, string identifier) =>
        ("statements", Bag.List(Bag.Of(("principals", Bag.List(Bag.Of(("type", type), ("identifiers", Bag.List(identifier))))))));

    private static string Json(params (string Key, object? Value)[] args) => PolicyDocument.Answer(Bag.Of(args)).Result!.Fields["json"].StringValue;
}
