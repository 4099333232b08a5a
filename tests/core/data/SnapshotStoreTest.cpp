#include "core/data/SnapshotStore.h"

#include "core/base/Json.h"
#include "core/data/ContentDigest.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace atelier;

namespace {

SnapshotFile fileOf(const std::string &path, const std::string &text, bool executable = false)
{
    return {path, text.size(), sha256Hex(text), executable};
}

class SnapshotStoreTest : public ::testing::Test
{
protected:
    SnapshotStoreTest()
    {
        auto store = SnapshotStore::open(m_folder / "cache");
        EXPECT_TRUE(store);
        if (store)
            m_store.emplace(std::move(*store));
    }

    [[nodiscard]] Result<void> send(const std::string &text, const std::string &digest)
    {
        auto upload = m_store->receive(digest);
        if (!upload)
            return upload.error();
        for (const char c : text)
            if (auto written = (*upload)->write({&c, 1}); !written)
                return written;
        return (*upload)->finish();
    }
    [[nodiscard]] Result<void> send(const std::string &text) { return send(text, sha256Hex(text)); }

    test::TemporaryFolder m_folder;
    std::optional<SnapshotStore> m_store;
};

} // namespace

TEST_F(SnapshotStoreTest, GivesBackWhatWasSent)
{
    const SnapshotManifest manifest{fileOf("train.py", "print(1)\n"), fileOf("bin/go", "#!/bin/sh\n", true)};
    const std::string digest = digestOf(manifest);
    const auto missing = m_store->put(digest, manifest);
    ASSERT_TRUE(missing);
    EXPECT_EQ(missing->size(), 2U);
    ASSERT_TRUE(send("print(1)\n"));
    ASSERT_TRUE(send("#!/bin/sh\n"));
    EXPECT_TRUE(m_store->put(digest, manifest)->empty());
    ASSERT_TRUE(m_store->copyTo(digest, m_folder / "copy"));
    EXPECT_EQ(test::read(m_folder / "copy" / "train.py"), "print(1)\n");
    struct stat status
    {
    };
    ASSERT_EQ(stat((m_folder / "copy" / "bin/go").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
}

TEST_F(SnapshotStoreTest, RefusesBytesThatAreNotWhatTheyClaimToBe)
{
    EXPECT_FALSE(send("print(2)\n", sha256Hex("print(1)\n")));
    const SnapshotManifest manifest{fileOf("train.py", "print(1)\n")};
    EXPECT_EQ(m_store->put(digestOf(manifest), manifest)->size(), 1U);
}

TEST_F(SnapshotStoreTest, RefusesADigestThatIsNone)
{
    EXPECT_FALSE(m_store->receive("../../etc/passwd"));
    EXPECT_FALSE(m_store->copyTo("../../etc", m_folder / "copy"));
    EXPECT_EQ(m_store->copyTo(sha256Hex("x"), m_folder / "copy").error().code, "snapshot.missing");
}

TEST_F(SnapshotStoreTest, AManifestWhosePathLeavesTheFolderIsNeverFollowed)
{
    ASSERT_TRUE(send("evil"));
    for (const char *path : {"../evil", "/tmp/evil-of-atelier", "a/../../evil"}) {
        const SnapshotManifest manifest{fileOf(path, "evil")};
        const auto put = m_store->put(digestOf(manifest), manifest);
        ASSERT_TRUE(put);
        EXPECT_FALSE(m_store->copyTo(digestOf(manifest), m_folder / "copy")) << path;
    }
    EXPECT_NE(access((m_folder / "evil").c_str(), F_OK), 0);
    EXPECT_NE(access("/tmp/evil-of-atelier", F_OK), 0);
}

TEST(SnapshotManifest, ItsDigestDoesNotDependOnTheOrderOfFiles)
{
    const SnapshotFile a = fileOf("a", "1");
    const SnapshotFile b = fileOf("b", "2");
    EXPECT_EQ(digestOf({a, b}), digestOf({b, a}));
    EXPECT_NE(digestOf({a}), digestOf({b}));
}

TEST(SnapshotManifest, SurvivesJsonAndRefusesRubbish)
{
    const SnapshotManifest manifest{fileOf("a", "1", true), fileOf("b/c", "2")};
    EXPECT_EQ(*snapshotManifestFromJson(toJson(manifest)), manifest);
    for (const char *bad :
        {"{}", R"({"files":1})", R"({"files":[1]})", R"({"files":[{"path":"a","sha256":"zz"}]})"})
        EXPECT_FALSE(snapshotManifestFromJson(*parseJson(bad))) << bad;
    EXPECT_FALSE(snapshotManifestFromJson(toJson({fileOf("a", "1"), fileOf("a", "2")})));
}

TEST(ContentDigest, FollowsTheBytesOfAFileAndOfAFolder)
{
    const test::TemporaryFolder folder;
    test::write(folder / "data/a", "one");
    test::write(folder / "data/b", "two");
    ContentDigest digests;
    EXPECT_EQ(*digests.of(folder / "data/a"), sha256Hex("one"));
    const std::string before = *digests.of(folder / "data");
    EXPECT_EQ(before, *digests.of(folder / "data"));
    test::write(folder / "data/b", "2wo");
    EXPECT_NE(before, *digests.of(folder / "data"));
}

TEST(ContentDigest, RefusesWhatIsNoData)
{
    const test::TemporaryFolder folder;
    ContentDigest digests;
    EXPECT_FALSE(digests.of(folder / "absent"));
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(digests.of(folder / "pipe").error().code, "data.not-a-file");
    ASSERT_EQ(symlink("/etc/passwd", (folder / "link").c_str()), 0);
    EXPECT_EQ(digests.of(folder.path()).error().code, "data.not-a-file");
}
