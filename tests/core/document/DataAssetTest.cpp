#include "core/base/Json.h"
#include "tests/core/document/DocumentFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using atelier::test::DocumentFolder;
using atelier::test::errorsOf;
using testing::HasSubstr;

TEST(DataDocument, ReadsEveryFieldWithItsPathMadeAbsolute)
{
    const DocumentFolder folder;
    folder.write("tables/wine.csv", "a,b\n");
    const auto loaded
        = folder.data("name: wine\nversion: 2\ntype: uri_file\npath: ./tables/../tables/wine.csv\n"
                      "description: Wines\ntags: {rows: 178, when: x}\n");
    ASSERT_EQ(errorsOf(loaded), "");
    EXPECT_EQ(loaded.value->name, "wine");
    EXPECT_EQ(loaded.value->version, "2");
    EXPECT_EQ(loaded.value->type, PortType::UriFile);
    EXPECT_EQ(loaded.value->path, folder.path("tables/wine.csv").string());
    EXPECT_EQ(loaded.value->tags.at("rows"), "178");
    const Json json = dataToJson(*loaded.value);
    const auto again = dataFromJson(json);
    ASSERT_EQ(errorsOf(again), "");
    EXPECT_EQ(dataToJson(*again.value), json);
}

TEST(DataDocument, SaysWhatIsWrong)
{
    const DocumentFolder folder;
    EXPECT_THAT(errorsOf(folder.data("path: /\n")), HasSubstr("1:1 : The document needs the key 'name'"));
    EXPECT_THAT(errorsOf(folder.data("name: a b\npath: /\n")), HasSubstr("'name' is 'a b', but must begin"));
    EXPECT_THAT(errorsOf(folder.data("name: a\npath: nowhere\n")), HasSubstr("There is no data at '"));
    EXPECT_THAT(errorsOf(folder.data("name: a\npath: https://x.org/a.csv\n")),
        HasSubstr("2:7 path: 'https://x.org/a.csv' cannot be a data asset yet"));
    EXPECT_THAT(errorsOf(folder.data("name: a\npath: /\ntype: Uri_Folder\n")),
        HasSubstr("Did you mean 'uri_folder'?"));
    EXPECT_THAT(
        errorsOf(folder.data("name: a\npath: /\ntype: uri_file\n")), HasSubstr("is a folder, not a file"));
    EXPECT_THAT(
        errorsOf(folder.data("name: a\npath: /\nsource: x\n")), HasSubstr("There is no key 'source' here"));
    EXPECT_THAT(errorsOf(dataFromJson({{"name", "a"}, {"path", "b"}})), HasSubstr("relative"));
}

TEST(DataDocument, IsNoJob)
{
    const DocumentFolder folder;
    EXPECT_THAT(errorsOf(folder.data("$schema: https://x/commandJob.schema.json\nname: a\npath: /\n")),
        HasSubstr("By its `$schema` this document is a job, not a data asset."));
    EXPECT_THAT(errorsOf(folder.job("$schema: https://x/CommandComponent.json\ncommand: x\n")),
        HasSubstr(
            "1:10 $schema: By its `$schema` this document is a component, not a job. Use it as a step"));
}
