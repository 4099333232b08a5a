#include "app/cli/Report.h"

#include "core/base/ErrorJson.h"
#include "core/base/Json.h"

namespace atelier::cli {

namespace {

void put(Json &report, const char *key, const std::vector<Error> &errors)
{
    for (const Error &error : errors)
        report[key].push_back(toJson(error));
}

} // namespace

std::string reportText(const std::vector<Error> &errors, const std::vector<Error> &warnings, ReportForm form)
{
    if (form == ReportForm::Json) {
        Json report;
        put(report, "errors", errors);
        put(report, "warnings", warnings);
        return report.is_null() ? "" : toText(report, 2) + "\n";
    }
    std::string text;
    for (const Error &warning : warnings)
        text += "warning: " + describe(warning) + "\n";
    for (const Error &error : errors)
        text += describe(error) + "\n";
    return text;
}

} // namespace atelier::cli
