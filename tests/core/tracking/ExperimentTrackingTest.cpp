#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::test;

namespace {

struct Experiments : testing::Test
{
    TrackedWorkspace workspace;
    Caller owner = TrackedWorkspace::owner();

    std::string created(const Json &request)
    {
        return good(workspace.experiments->create(owner, request))["experiment_id"].get<std::string>();
    }
    Json get(const std::string &id)
    {
        return good(workspace.experiments->get(owner, {{"experiment_id", id}}))["experiment"];
    }
    Json found(Json request)
    {
        request["max_results"] = request.value("max_results", 1000);
        Json names = Json::array();
        const Json answer = good(workspace.experimentSearch->search(owner, request));
        for (const Json &experiment : answer.value("experiments", Json::array()))
            names.push_back(experiment["name"]);
        return names;
    }
};

} // namespace

TEST_F(Experiments, TheDefaultOneHasTheIdZeroFromTheStart)
{
    ASSERT_TRUE(workspace.experiments->ensureDefault()); // again, as after a restart
    const Json experiment = get("0");
    EXPECT_EQ(experiment["name"], "Default");
    EXPECT_EQ(experiment["artifact_location"], "mlflow-artifacts:/0");
    EXPECT_EQ(created({{"name", "next"}}), "1");
}

TEST_F(Experiments, AreReadBackAsTheyWereWritten)
{
    const Json tags = Json::array({{{"key", "team"}, {"value", "größe 😀"}}, {{"key", "z"}, {"value", ""}}});
    const std::string id
        = created({{"name", "wein / 葡萄酒"}, {"tags", tags}, {"artifact_location", "s3://elsewhere"}});
    const Json experiment = get(id);
    EXPECT_EQ(experiment["experiment_id"], id);
    EXPECT_EQ(experiment["name"], "wein / 葡萄酒");
    EXPECT_EQ(experiment["tags"], tags);
    EXPECT_EQ(experiment["lifecycle_stage"], "active");
    EXPECT_EQ(experiment["artifact_location"], "mlflow-artifacts:/" + id);
    EXPECT_GT(experiment["creation_time"].get<std::int64_t>(), 1'600'000'000'000);
    const Json byName = good(workspace.experiments->getByName(owner, {{"experiment_name", "wein / 葡萄酒"}}));
    EXPECT_EQ(byName["experiment"], experiment);
    EXPECT_FALSE(get("0").contains("tags"));
}

TEST_F(Experiments, NamesAreTakenOnceEvenByDeletedOnes)
{
    const std::string id = created({{"name", "wine"}});
    EXPECT_EQ(failure(workspace.experiments->create(owner, {{"name", "wine"}})),
        "mlflow.RESOURCE_ALREADY_EXISTS: Experiment(name=wine) already exists.");
    good(workspace.experiments->remove(owner, {{"experiment_id", id}}));
    EXPECT_FALSE(workspace.experiments->create(owner, {{"name", "wine"}}));
    EXPECT_EQ(failure(workspace.experiments->create(owner, Json::object())),
        "mlflow.INVALID_PARAMETER_VALUE: Missing value for required parameter 'name'. See the API docs for "
        "more "
        "information about request parameters.");
}

TEST_F(Experiments, UnknownOnesAreNotFound)
{
    EXPECT_EQ(failure(workspace.experiments->get(owner, {{"experiment_id", "77"}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: No Experiment with id=77 exists");
    EXPECT_EQ(failure(workspace.experiments->getByName(owner, {{"experiment_name", "no"}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: Could not find experiment with name 'no'");
    EXPECT_EQ(failure(workspace.experiments->get(owner, {{"experiment_id", "a b"}})),
        "mlflow.INVALID_PARAMETER_VALUE: Invalid experiment ID 'a b'. Experiment ID must be a valid "
        "integer.");
}

TEST_F(Experiments, AreDeletedAndRestoredWithTheirRuns)
{
    const std::string id = created({{"name", "wine"}});
    const std::string run = workspace.newRun({{"experiment_id", id}});
    good(workspace.experiments->remove(owner, {{"experiment_id", id}}));
    EXPECT_EQ(get(id)["lifecycle_stage"], "deleted");
    EXPECT_EQ(workspace.run(run)["info"]["lifecycle_stage"], "deleted");
    EXPECT_EQ(failure(workspace.experiments->remove(owner, {{"experiment_id", id}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: No Experiment with id=" + id + " exists");
    EXPECT_EQ(failure(workspace.experiments->rename(owner, {{"experiment_id", id}, {"new_name", "x"}})),
        "mlflow.INVALID_STATE: Cannot rename a non-active experiment.");
    EXPECT_EQ(
        failure(workspace.experiments->setTag(owner, {{"experiment_id", id}, {"key", "k"}, {"value", "v"}})),
        "mlflow.INVALID_PARAMETER_VALUE: The experiment " + id
            + " must be in the 'active' state. Current state is deleted.");
    EXPECT_FALSE(workspace.runs->create(owner, {{"experiment_id", id}}));
    good(workspace.experiments->restore(owner, {{"experiment_id", id}}));
    EXPECT_EQ(workspace.run(run)["info"]["lifecycle_stage"], "active");
    EXPECT_FALSE(workspace.experiments->restore(owner, {{"experiment_id", id}}));
}

TEST_F(Experiments, AreRenamedUnlessTheNameIsTaken)
{
    const std::string id = created({{"name", "wine"}});
    created({{"name", "beer"}});
    EXPECT_EQ(failure(workspace.experiments->rename(owner, {{"experiment_id", id}, {"new_name", "beer"}})),
        "mlflow.RESOURCE_ALREADY_EXISTS: Experiment(name=beer) already exists.");
    good(workspace.experiments->rename(owner, {{"experiment_id", id}, {"new_name", "cider"}}));
    EXPECT_EQ(get(id)["name"], "cider");
    EXPECT_THAT(workspace.changes(), testing::Contains("cider renamed"));
}

TEST_F(Experiments, TagsAreSetReplacedAndRemoved)
{
    const auto set = [&](const char *value) {
        return workspace.experiments->setTag(
            owner, {{"experiment_id", "0"}, {"key", "team"}, {"value", value}});
    };
    good(set("a"));
    good(set("b"));
    EXPECT_EQ(get("0")["tags"], Json::array({{{"key", "team"}, {"value", "b"}}}));
    good(workspace.experiments->removeTag(owner, {{"experiment_id", "0"}, {"key", "team"}}));
    EXPECT_FALSE(get("0").contains("tags"));
    EXPECT_EQ(failure(workspace.experiments->removeTag(owner, {{"experiment_id", "0"}, {"key", "team"}})),
        "mlflow.RESOURCE_DOES_NOT_EXIST: No tag with name: team in experiment with id 0");
}

TEST_F(Experiments, AreFoundByNameTagAndStage)
{
    const std::string wine
        = created({{"name", "Wine"}, {"tags", Json::array({{{"key", "team"}, {"value", "Red"}}})}});
    created({{"name", "beer"}, {"tags", Json::array({{{"key", "team"}, {"value", "red"}}})}});
    EXPECT_EQ(found({{"filter", "name = 'Wine'"}}), Json::array({"Wine"}));
    EXPECT_EQ(found({{"filter", "name LIKE 'w%'"}}), Json::array());
    EXPECT_EQ(found({{"filter", "name ILIKE 'w%'"}}), Json::array({"Wine"}));
    EXPECT_EQ(found({{"filter", "tags.team = 'red'"}}), Json::array({"beer"}));
    EXPECT_EQ(found({{"filter", "tags.team != 'red'"}}), Json::array({"Wine"}))
        << "without the tag nothing matches";
    EXPECT_EQ(
        found({{"filter", "creation_time > 0 AND name != 'beer'"}, {"order_by", Json::array({"name ASC"})}}),
        Json::array({"Default", "Wine"}));
    good(workspace.experiments->remove(owner, {{"experiment_id", wine}}));
    EXPECT_EQ(found({{"order_by", Json::array({"name"})}}), Json::array({"Default", "beer"}));
    EXPECT_EQ(found({{"view_type", "DELETED_ONLY"}}), Json::array({"Wine"}));
    EXPECT_EQ(found({{"view_type", 3}}).size(), 3U);
}

TEST_F(Experiments, SearchesComeInPagesNewestFirst)
{
    for (const char *name : {"a", "b", "c", "d"})
        created({{"name", name}});
    Json request{{"max_results", 2}};
    std::vector<std::string> names;
    for (int pages = 0; pages < 10; ++pages) {
        const Json answer = good(workspace.experimentSearch->search(owner, request));
        for (const Json &experiment : answer["experiments"])
            names.push_back(experiment["name"].get<std::string>());
        if (!answer.contains("next_page_token"))
            break;
        request["page_token"] = answer["next_page_token"];
    }
    EXPECT_EQ(names, (std::vector<std::string>{"d", "c", "b", "a", "Default"}));
    EXPECT_FALSE(workspace.experimentSearch->search(owner, {{"max_results", 0}}));
    EXPECT_FALSE(workspace.experimentSearch->search(owner, {{"max_results", 50001}}));
    EXPECT_FALSE(workspace.experimentSearch->search(owner, {{"page_token", "2; DROP"}}));
    EXPECT_FALSE(workspace.experimentSearch->search(owner, {{"view_type", "SOME"}}));
    EXPECT_FALSE(workspace.experimentSearch->search(owner, {{"filter", "colour = 'red'"}}));
}
