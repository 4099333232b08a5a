#include "core/service/JobEditReading.h"

#include "core/tracking/RunView.h"
#include "core/tracking/Utf8.h"

namespace atelier {

namespace {

constexpr std::size_t nameLength = 250;
constexpr std::size_t textLength = 8000; // as long as a tag, which is what MLflow's clients see

/// One object of edited fields; what is wrong is placed below `path`.
class FieldReader
{
public:
    FieldReader(std::string path, std::vector<Error> &errors)
        : m_path(std::move(path))
        , m_errors(errors)
    {
    }

    [[nodiscard]] JobEdit read(const Json &object)
    {
        JobEdit edit;
        for (const auto &[key, value] : object.items()) {
            if (key == "display_name")
                edit.displayName = text(key, value, nameLength);
            else if (key == "description")
                edit.description = text(key, value, textLength);
            else if (key == "tags" && value.is_object())
                readTags(value, edit);
            else if (key == "tags")
                fail(key, "The tags are an object of names and values; null takes a tag off.");
            else if (key != "was" || !m_path.empty())
                fail(key,
                    "A job's '" + key
                        + "' cannot be changed: an edit has display_name, description and tags.");
        }
        return edit;
    }

private:
    void fail(const std::string &key, std::string sentence)
    {
        m_errors.push_back(
            {ErrorKind::Invalid, "job.edit", std::move(sentence), {}, {{}, 0, 0, m_path + key}});
    }

    std::optional<std::string> text(const std::string &key, const Json &value, std::size_t longest)
    {
        if (!value.is_string()) {
            fail(key, "The value of '" + key + "' must be text.");
            return std::nullopt;
        }
        auto text = value.get<std::string>();
        if (characterCount(text) > longest)
            fail(key,
                "The value of '" + key + "' is longer than " + std::to_string(longest)
                    + " characters: shorten it.");
        return text;
    }

    void readTags(const Json &tags, JobEdit &edit)
    {
        for (const auto &[key, value] : tags.items()) {
            if (key == runNameTag || key == noteTag)
                fail("tags." + key,
                    "'" + key + "' is no tag of its own here: set display_name or description.");
            else if (key.empty())
                fail("tags." + key, "A tag needs a name.");
            else if (characterCount(key) > nameLength)
                fail("tags." + key,
                    "The name of a tag is longer than " + std::to_string(nameLength)
                        + " characters: shorten it.");
            else if (value.is_null())
                edit.tags.append(key, std::nullopt);
            else
                edit.tags.append(key, text("tags." + key, value, textLength));
        }
    }

    const std::string m_path;
    std::vector<Error> &m_errors;
};

/// The fields of an edit, without its `was`.
Json fieldSchemas()
{
    const Json tag{{"type", Json::array({"string", "null"})}, {"maxLength", textLength}};
    return {{"display_name",
                {{"type", "string"}, {"maxLength", nameLength},
                    {"description", "Empty: the job is called by its own name."}}},
        {"description", {{"type", "string"}, {"maxLength", textLength}}},
        {"tags",
            {{"type", "object"}, {"additionalProperties", tag},
                {"description", "Tags that are not named stay; null takes a tag off."}}}};
}

} // namespace

Json jobEditSchema()
{
    Json fields = fieldSchemas();
    fields["was"] = {{"type", "object"}, {"properties", fieldSchemas()}, {"additionalProperties", false},
        {"description", "What the caller took the job to say; 409 where it says something else by now."}};
    return {{"type", "object"}, {"properties", std::move(fields)}, {"additionalProperties", false},
        {"description", "A merge patch: what is not named stays as it is."}};
}

JobEditRequest readJobEdit(const Json &body)
{
    JobEditRequest request;
    request.edit = FieldReader({}, request.errors).read(body);
    const auto was = body.find("was");
    if (was != body.end() && was->is_object())
        request.before = FieldReader("was.", request.errors).read(*was);
    else if (was != body.end())
        request.errors.push_back({ErrorKind::Invalid, "job.edit",
            "'was' has what the job said before, in the same form as the edit.", {}, {{}, 0, 0, "was"}});
    return request;
}

} // namespace atelier
