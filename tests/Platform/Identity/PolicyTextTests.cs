using Platform.Components.Identity;

namespace Platform.Tests.Identity;

public class PolicyTextTests
{
    [Fact]
    public async Task Writes_the_document_iam_reads()
    {
        var text = await Text(new Statement("Read", "s3:GetObject", "s3:ListBucket")
        {
            Principal = Principal.Service("logs.amazonaws.com"),
            Resources = ["arn:aws:s3:::b", Output.Create("arn:aws:s3:::b/*")],
            Conditions =
            [
                new Condition("StringEquals", "aws:SourceAccount", "111122223333"),
                new Condition("StringEquals", "aws:PrincipalTag/team", Output.Create("\"shop\"")),
                new Condition("Bool", "aws:SecureTransport", "true"),
            ],
        });

        Assert.Equal(
            Json("{'Version':'2012-10-17','Statement':[{'Sid':'Read','Effect':'Allow','Principal':{'Service':'logs.amazonaws.com'},"
                + "'Action':['s3:GetObject','s3:ListBucket'],'Resource':['arn:aws:s3:::b','arn:aws:s3:::b/*'],"
                + "'Condition':{'StringEquals':{'aws:SourceAccount':'111122223333','aws:PrincipalTag/team':'\\'shop\\''},"
                + "'Bool':{'aws:SecureTransport':'true'}}}]}"),
            text);
    }

    [Fact]
    public async Task Writes_everybody_as_a_star_and_leaves_out_what_a_statement_does_not_say()
    {
        var text = await Text(new Statement("Never", "s3:*") { Deny = true, Principal = Principal.Anyone }, new Statement("Go", "sts:AssumeRole"));

        Assert.Equal(
            Json("{'Version':'2012-10-17','Statement':[{'Sid':'Never','Effect':'Deny','Principal':'*','Action':['s3:*']},"
                + "{'Sid':'Go','Effect':'Allow','Action':['sts:AssumeRole']}]}"),
            text);
    }

    private static string Json(string text) => text.Replace('\'', '"');

    private static async Task<string> Text(params Statement[] statements)
    {
        var text = "";
        await Sandbox.Run(() => PolicyText.Of(statements).Apply(written => text = written));
        return text;
    }
}
