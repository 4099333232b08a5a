#include "core/storage/DataAssetRepository.h"
#include "core/storage/DatasetRepository.h"
#include "tests/core/storage/Workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

DataAsset asset(const std::string &name, const std::string &version, std::int64_t createdMs)
{
    DataAsset made;
    made.name = name;
    made.version = version;
    made.type = PortType::UriFile;
    made.path = "/data/" + name;
    made.createdMs = createdMs;
    return made;
}

std::vector<std::string> labels(const Result<std::vector<DataAsset>> &assets)
{
    std::vector<std::string> found;
    for (const DataAsset &made : *assets)
        found.push_back(made.name + ":" + made.version);
    return found;
}

} // namespace

TEST(DatasetRepository, LogsADatasetOnceForAnExperimentAndOnceForARun)
{
    test::Workspace workspace;
    Database &db = workspace.database();
    const std::int64_t one = test::added(db, test::plainJob("one", workspace.experiment()));
    const std::int64_t two = test::added(db, test::plainJob("two", workspace.experiment()));
    DatasetInput input{
        {"wine", "d1", "local", "{\"uri\":\"/x\"}", "schema", "profile"}, {{"context", "train"}}};
    ASSERT_TRUE(DatasetRepository::log(db, workspace.experiment(), one, input));
    ASSERT_TRUE(DatasetRepository::log(db, workspace.experiment(), two, input));
    input.tags = {{"context", "test"}};
    ASSERT_TRUE(DatasetRepository::log(db, workspace.experiment(), one, input));
    EXPECT_EQ(**db.value<int>("SELECT count(*) FROM dataset"), 1);
    EXPECT_THAT(*DatasetRepository::ofJob(db, one), ElementsAre(input));
    input.tags = {{"context", "train"}};
    EXPECT_THAT(*DatasetRepository::ofJob(db, two), ElementsAre(input));
    DatasetInput second{{"wine", "d2", "local", "{}", "", ""}, {}};
    ASSERT_TRUE(DatasetRepository::log(db, workspace.experiment(), two, second));
    EXPECT_THAT(*DatasetRepository::ofJob(db, two), ElementsAre(input, second));
}

class DataAssetRepositoryTest : public testing::Test
{
protected:
    Database &db() { return m_workspace.database(); }
    void put(const DataAsset &made)
    {
        const Result<void> done = DataAssetRepository::insert(db(), made);
        EXPECT_TRUE(done);
    }

    test::Workspace m_workspace;
};

TEST_F(DataAssetRepositoryTest, KeepsEveryColumnAndTag)
{
    DataAsset made = asset("wine", "1", 5);
    made.description = "red and white";
    made.tags["source"] = "uci";
    put(made);
    const DataAsset found = **DataAssetRepository::find(db(), "wine", "1");
    EXPECT_EQ(found.name, "wine");
    EXPECT_EQ(found.version, "1");
    EXPECT_EQ(found.type, PortType::UriFile);
    EXPECT_EQ(found.path, "/data/wine");
    EXPECT_EQ(found.description, "red and white");
    EXPECT_EQ(found.tags.at("source"), "uci");
    EXPECT_EQ(found.createdMs, 5);
    EXPECT_FALSE(*DataAssetRepository::find(db(), "wine", "2"));
}

TEST_F(DataAssetRepositoryTest, AVersionNeverChangesWhatItRefersTo)
{
    put(asset("wine", "1", 5));
    DataAsset again = asset("wine", "1", 6);
    again.path = "/elsewhere";
    EXPECT_EQ(DataAssetRepository::insert(db(), again).error().kind, ErrorKind::Conflict);
    again.description = "new words";
    again.tags["k"] = "v";
    ASSERT_TRUE(DataAssetRepository::update(db(), again));
    const DataAsset found = **DataAssetRepository::find(db(), "wine", "1");
    EXPECT_EQ(found.path, "/data/wine");
    EXPECT_EQ(found.createdMs, 5);
    EXPECT_EQ(found.description, "new words");
    EXPECT_EQ(found.tags.size(), 1U);
    EXPECT_EQ(DataAssetRepository::update(db(), asset("wine", "9", 1)).error().kind, ErrorKind::NotFound);
}

TEST_F(DataAssetRepositoryTest, LatestIsWhatWasCreatedLastAndNotTheLargestNumber)
{
    put(asset("wine", "10", 5));
    put(asset("wine", "2", 9));
    put(asset("wine", "clean", 9));
    EXPECT_EQ((*DataAssetRepository::latest(db(), "wine"))->version, "clean");
    EXPECT_THAT(
        labels(DataAssetRepository::versions(db(), "wine")), ElementsAre("wine:clean", "wine:2", "wine:10"));
    EXPECT_FALSE(*DataAssetRepository::latest(db(), "iris"));
}

TEST_F(DataAssetRepositoryTest, CountsVersionsFromTheLargestNumber)
{
    EXPECT_EQ(*DataAssetRepository::nextVersion(db(), "wine"), "1");
    for (const char *version : {"9", "10", "2024-01-01", "v77", "99999999999999999999"})
        put(asset("wine", version, 1));
    EXPECT_EQ(*DataAssetRepository::nextVersion(db(), "wine"), "11");
}

TEST_F(DataAssetRepositoryTest, ListsTheLatestVersionOfEachThatHoldsTheText)
{
    put(asset("wine", "1", 1));
    put(asset("wine", "2", 2));
    DataAsset iris = asset("iris", "1", 3);
    iris.description = "flowers, 100%";
    put(iris);
    EXPECT_THAT(labels(DataAssetRepository::list(db(), "", 10)), ElementsAre("iris:1", "wine:2"));
    EXPECT_THAT(labels(DataAssetRepository::list(db(), "", 1, 1)), ElementsAre("wine:2"));
    EXPECT_THAT(labels(DataAssetRepository::list(db(), "WIN", 10)), ElementsAre("wine:2"));
    EXPECT_THAT(labels(DataAssetRepository::list(db(), "0%", 10)), ElementsAre("iris:1"));
    EXPECT_THAT(labels(DataAssetRepository::list(db(), "_", 10)), IsEmpty());
}

TEST_F(DataAssetRepositoryTest, RemovesOneVersionWithItsTags)
{
    DataAsset made = asset("wine", "1", 5);
    made.tags["k"] = "v";
    put(made);
    EXPECT_TRUE(*DataAssetRepository::remove(db(), "wine", "1"));
    EXPECT_FALSE(*DataAssetRepository::remove(db(), "wine", "1"));
    EXPECT_EQ(**db().value<int>("SELECT count(*) FROM data_asset_tag"), 0);
}
