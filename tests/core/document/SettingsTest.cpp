#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using atelier::test::commandJob;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using testing::HasSubstr;

namespace {

CommandJob with(const std::vector<std::string> &settings)
{
    const auto loaded = DocumentFolder().job(commandJob("inputs: {rate: 0.1, group.x: 1}\n"), settings);
    EXPECT_EQ(errorsOf(loaded), "");
    return loaded.value ? std::get<CommandJob>(*loaded.value) : CommandJob();
}

} // namespace

TEST(Settings, ReplaceAndAddBeforeAnythingIsChecked)
{
    const CommandJob job = with({"inputs.rate=0.5", "inputs.group.x=2", "inputs.fresh=yes",
        "display_name='5'", "limits.timeout=60", "tags.owner=me", "inputs.eq=a=b", "inputs.colon=a: b: c"});
    EXPECT_EQ(job.inputs.at("rate").value, "0.5");
    EXPECT_EQ(job.inputs.at("rate").type, PortType::Number);
    EXPECT_EQ(job.inputs.at("group.x").value, "2");
    EXPECT_EQ(job.inputs.at("fresh").value, "True");
    EXPECT_EQ(job.header.displayName, "5");
    EXPECT_EQ(job.settings.timeout, std::chrono::seconds(60));
    EXPECT_EQ(job.header.tags.at("owner"), "me");
    EXPECT_EQ(job.inputs.at("eq").value, "a=b");
    EXPECT_EQ(job.inputs.at("colon").value, "a: b: c");
}

TEST(Settings, MakeUpForWhatTheFileGetsWrong)
{
    EXPECT_EQ(errorsOf(DocumentFolder().job("command: 5\nenvironment: azureml:e\n", {"command=echo"})), "");
}

TEST(Settings, ReachIntoSteps)
{
    const auto loaded
        = DocumentFolder().job("type: pipeline\njobs: {train: {command: \"x ${{inputs.rate}}\", environment: "
                               "azureml:e, inputs: {rate: 1}}}\n",
            {"jobs.train.inputs.rate=0.1"});
    ASSERT_EQ(errorsOf(loaded), "");
    EXPECT_EQ(std::get<PipelineJob>(*loaded.value).jobs.at("train").inputs.at("rate").value, "0.1");
}

TEST(Settings, AreNamedInErrors)
{
    const auto errors = [](const std::string &setting) {
        return errorsOf(DocumentFolder().job(commandJob(""), {setting}));
    };
    EXPECT_THAT(
        errors("rate"), HasSubstr("'rate' sets nothing: write `path=value`, such as `inputs.rate=0.1`."));
    EXPECT_THAT(errors("=1"), HasSubstr("sets nothing"));
    EXPECT_THAT(errors("a..b=1"), HasSubstr("has an empty key"));
    EXPECT_THAT(errors("limits.timeout=soon"),
        HasSubstr("--set limits.timeout=soon:1:1 limits.timeout: 'limits.timeout' must be"));
    EXPECT_THAT(errors("nme=x"), HasSubstr("nme: There is no key 'nme' here."));
    EXPECT_THAT(errors("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z=1"),
        HasSubstr("deeper than any document"));
}
